"""Plot, initPlot and flushPlot of the user's are called by the run system."""

from neuron import h

h.load_file("stdrun.hoc")
h("""
create soma
n_plot = 0
n_init = 0
n_flush = 0
proc Plot() { n_plot += 1 }
proc initPlot() { n_init += 1 }
proc flushPlot() { n_flush += 1 }
tstop = 1
run()
print n_plot, n_init, n_flush, t
""")
