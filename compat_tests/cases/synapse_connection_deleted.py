"""A NetCon deleted between two pieces of a run, none of its events in flight, delivers no more."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
stim = h.NetStim()
stim.start, stim.interval, stim.number = 0.5, 1, 10
first, second = h.ExpSyn(soma(0.5)), h.ExpSyn(soma(0.5))
to_first, to_second = h.NetCon(stim, first, 0, 0.9, 0.01), h.NetCon(stim, second, 0, 0.9, 0.01)
g_first, g_second = h.Vector().record(first._ref_g), h.Vector().record(second._ref_g)
h.finitialize(-65)
h.continuerun(2.45)
del to_first
h.continuerun(6)
result = {"g_first": g_first, "g_second": g_second, "left": h.List("NetCon").count()}
