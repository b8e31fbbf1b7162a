"""Values changed between runs, and a resized pair of Vectors, take part in the next run."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
times = h.Vector([0, 1, 2])
values = h.Vector([0, 1, 0])
values.play(clamp._ref_amp, times, 1)
i = h.Vector().record(clamp._ref_i)
h.finitialize(-70)
h.continuerun(2.5)
result = {"i_first": i.c()}
values.x[1] = -2
h.finitialize(-70)
h.continuerun(2.5)
result["i_second"] = i.c()
times.append(3)
values.append(4)
h.finitialize(-70)
h.continuerun(3.5)
result["i_third"] = i.c()
