"""A play without `continuous` steps at its times, on and off the step grid."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.dur, clamp.amp = 1e9, 0.3
times = h.Vector([0.5, 1.01, 1.5124, 1.5126, 2.0375, 2.5])
values = h.Vector([0.1, 0.9, -0.4, 0.7, -0.7, 0.2])
values.play(clamp._ref_amp, times)
i = h.Vector().record(clamp._ref_i)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-70)
h.continuerun(3.5)
result = {"i": i, "v": v}
