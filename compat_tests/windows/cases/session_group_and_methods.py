"""A session file with a PointProcessGroupManager, the choice of the method, a PlotShape and a RangeVarPlot."""

import os

from neuron import h

h("create soma, dend")
h("soma { L = 20  diam = 20  insert hh }")
h("dend { L = 150  diam = 2  nseg = 3  insert pas }")
h("connect dend(0), soma(1)")
print(h.load_file(os.path.join(os.path.dirname(__file__), "..", "models", "group_and_methods.ses")))
for process in list(h.List("IClamp")) + list(h.List("AlphaSynapse")):
    print(process, process.get_segment())
print(h.IClamp[0].amp, h.AlphaSynapse[0].onset, h.AlphaSynapse[0].gmax, h.cvode.active(), h.using_cvode_, h.cvode.atol())
print(h.flush_list.count(), h.fast_flush_list.count(), h.rvp_.left(), h.rvp_.right())
v = h.Vector().record(h.soma(0.5)._ref_v)
h.tstop = 10
h.run()
print(h.flush_list.count(), h.fast_flush_list.count())
result = {"v": v}
