"""A run in uneven pieces gives the samples of a run in one piece."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 8, 0.5
v = h.Vector().record(soma(0.5)._ref_v)
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
ends = []
for end in (0.01, 0.02, 0.03, 1, 1, 1.49, 3.333, 3.34, 7, 6, 10):
    h.continuerun(end)
    ends.append(h.t)
result = {"v": v, "t": t, "ends": ends}
h.finitialize(-65)
h.continuerun(10)
result["v_in_one"] = v
