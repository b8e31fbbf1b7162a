"""Two Vectors played into one variable: what NEURON makes of it."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
first, first_times = h.Vector([0.1, 0.5]), h.Vector([0.5, 1.5])
second, second_times = h.Vector([1.1, 1.5]), h.Vector([1, 2])
first.play(clamp._ref_amp, first_times)
second.play(clamp._ref_amp, second_times)
i = h.Vector().record(clamp._ref_i)
h.finitialize(-70)
h.continuerun(3)
result = {"i": i}
