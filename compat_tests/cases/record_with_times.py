"""record at the times of a Vector: on the grid, off it, equal, and beyond the end."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.2, 1, 0.7
times = h.Vector([0, 0.025, 0.03, 0.1, 1.01, 1.0124, 1.0126, 2, 2, 3.999, 7])
v = h.Vector().record(soma(0.5)._ref_v, times)
t = h.Vector().record(h._ref_t, times)
h.finitialize(-65)
h.continuerun(5)
result = {"v": v, "t": t, "times": times}
