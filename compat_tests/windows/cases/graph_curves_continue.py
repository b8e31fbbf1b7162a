"""A Graph that is plotted goes on over several pieces of a run, and while dt is halved."""

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
v = h.Vector().record(soma(0.5)._ref_v)
g = h.Graph()
g.addvar("m", soma(0.5).hh._ref_m)
h.graphList[0].append(g)
h.stdinit()
h.graphList[0].append(g)
h.continuerun(3)
h.dt = 0.0125
h.setdt()
h.continuerun(5)
h.steprun()
print(h.t, h.nstep_steprun, h.graphList[0].count())
result = {"v": v}
