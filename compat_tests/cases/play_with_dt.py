"""A play with a dt of its own: one value every Dt, stepping."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
values = h.Vector([0.1, 0.9, -0.4, 0.7, -0.7, 0.2])
values.play(clamp._ref_amp, 0.31)
i = h.Vector().record(clamp._ref_i)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-70)
h.continuerun(3)
result = {"i": i, "v": v}
