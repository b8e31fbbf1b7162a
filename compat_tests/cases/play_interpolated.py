"""A continuous play interpolates; before the first point, between, on and after the last."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
times = h.Vector([0.5, 1.0, 1.03, 2.2, 2.2, 3])
values = h.Vector([0.1, 0.9, -0.4, 0.7, -0.7, 0.2])
values.play(clamp._ref_amp, times, True)
i = h.Vector().record(clamp._ref_i)
amp = h.Vector().record(clamp._ref_amp)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-70)
h.continuerun(4)
result = {"i": i, "amp": amp, "v": v, "kept": clamp.amp}
h.finitialize(-70)
h.continuerun(1)
result["second_run"] = i
