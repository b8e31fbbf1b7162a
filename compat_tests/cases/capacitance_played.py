"""A capacitance and a diameter that Vectors are played into: one counts in the next step, the other not before the shape does."""

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.nseg = 3
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 20, 0.1
times, values = h.Vector([0.5, 1.2, 3, 4]), h.Vector([1, 2, 0.5, 1.5])
v = h.Vector().record(soma(0.5)._ref_v)
traces = []
for continuous in (1, 0):
    values.play(soma(0.5)._ref_cm, times, continuous)
    h.finitialize(-65)
    h.continuerun(5)
    print(soma(0.5).cm, soma.cm, soma(0.1).cm)
    traces.append(v.c())
    values.play_remove()
values.play(soma(0.5)._ref_diam, times, 1)
h.finitialize(-65)
h.continuerun(5)
print(soma(0.5).diam, soma(0.5).area())
traces.append(v.c())
result = {"v": traces}
