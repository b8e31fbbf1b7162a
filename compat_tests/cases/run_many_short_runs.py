"""Twenty short runs with a parameter changed in each: a threshold search."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur = 0.5, 0.5
counter = h.APCount(soma(0.5))
low, high, trail = 0.0, 4.0, []
for _ in range(20):
    clamp.amp = (low + high) / 2
    h.finitialize(-65)
    h.continuerun(6)
    if counter.n:
        high = clamp.amp
    else:
        low = clamp.amp
    trail.append(clamp.amp)
result = {"trail": trail, "threshold": high}
