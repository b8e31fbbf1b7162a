"""IClamp switches at t + dt/2: starts and ends on, between and next to steps."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
timings = [(1, 1), (1.01, 0.99), (1.0124, 0.5), (1.0126, 0.5), (1.025, 0.025), (1.03, 0.005), (0, 1e9), (-1, 1.5), (2, 0)]
result = {}
for number, (delay, duration) in enumerate(timings):
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = delay, duration, 1
    i = h.Vector().record(clamp._ref_i)
    v = h.Vector().record(soma(0.5)._ref_v)
    h.finitialize(-70)
    h.continuerun(3)
    result[f"i{number}"], result[f"v{number}"] = i.c(), v.c()
    del clamp
