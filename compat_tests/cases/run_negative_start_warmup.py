"""A warm-up with a large dt from a negative time, as legacy init procedures do."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 0.5, 150
v = h.Vector().record(soma(0.5)._ref_v)
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
h.t = -100
kept, h.dt = h.dt, 10
while h.t < -1:
    h.fadvance()
h.dt, h.t = kept, 0
h.frecord_init()
h.continuerun(5)
result = {"v": v, "t": t}
