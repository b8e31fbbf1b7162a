"""FInitializeHandler types 0 to 3 see different v, states, currents and recordings."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
v = h.Vector().record(soma(0.5)._ref_v)
seen = []

def handler(kind):
    def look():
        seen.append([kind, soma(0.5).v, soma(0.5).m_hh, soma(0.5).ina, h.t, v.size()])
    return look

handlers = [h.FInitializeHandler(kind, handler(kind)) for kind in (3, 1, 0, 2)]
plain = h.FInitializeHandler(handler(9))
h.finitialize(-65)
h.continuerun(0.5)
soma(0.5).v = 10
h.finitialize(-50)
result = {"seen": seen, "v": v}
