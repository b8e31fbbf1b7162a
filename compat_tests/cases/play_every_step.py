"""A play with dt equal to the step gives one value a step."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
values = h.Vector(60)
for k in range(60):
    values.x[k] = (k % 7) * 0.1
values.play(clamp._ref_amp, h.dt)
i = h.Vector().record(clamp._ref_i)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-70)
h.continuerun(2)
result = {"i": i, "v": v}
