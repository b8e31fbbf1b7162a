"""NetCon.record with a callable: called at the spike, with the time it sees."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 30, 60
connection = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
seen = []

def on_spike():
    seen.append([h.t, soma(0.5).v])
    if len(seen) == 2:
        clamp.amp = 0

connection.record(on_spike)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(40)
result = {"v": v, "times": [t for t, _ in seen], "v_seen": [voltage for _, voltage in seen]}
