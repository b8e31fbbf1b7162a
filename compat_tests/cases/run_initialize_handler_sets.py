"""Handlers that set v, gates and parameters change the start of the run."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
result = {}
for kind in range(4):
    def change():
        soma(0.5).v = -50
        soma(0.5).m_hh = 0.3
    handler = h.FInitializeHandler(kind, change)
    v = h.Vector().record(soma(0.5)._ref_v)
    m = h.Vector().record(soma(0.5)._ref_m_hh)
    h.finitialize(-65)
    h.continuerun(1)
    result[f"v_{kind}"], result[f"m_{kind}"] = v.c(), m.c()
    del handler
