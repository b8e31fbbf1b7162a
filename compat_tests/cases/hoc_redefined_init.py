"""init redefined in hoc is what stdinit and run call."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
h("proc init() { finitialize(-58) print \"my init\" }")
v = h.Vector().record(soma(0.5)._ref_v)
h.tstop = 1
h.run()
result = {"v": v}
