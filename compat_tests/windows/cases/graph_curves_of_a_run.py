"""Curves that are plotted during a run change nothing of it."""

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 10
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1, 0.5
v = h.Vector().record(soma(0.5)._ref_v)
g = h.Graph()
g.addvar("v", soma(0.5)._ref_v)
g.addvar("clamp", clamp._ref_i, 2, 1)
g.addexpr("v(.5)", 3, 1, 0.8, 0.9, 2)
h.graphList[0].append(g)
h.graphList[1].append(h.Graph())
print(h.graphList[0].count(), h.graphList[1].count())
h.run()
print(h.graphList[0].count(), h.graphList[1].count(), h.t)
result = {"v": v, "t": h.t}
