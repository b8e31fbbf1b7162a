"""weight, delay and active changed between pieces of a run act on later events only."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
synapse = h.ExpSyn(soma(0.5))
stim = h.NetStim()
stim.start, stim.interval, stim.number = 0.5, 1, 100
connection = h.NetCon(stim, synapse, 0, 0.25, 0.001)
g = h.Vector().record(synapse._ref_g)
h.finitialize(-65)
h.continuerun(2)
connection.weight[0] = 0.005
h.continuerun(3.6)
connection.delay = 0.75
h.continuerun(5)
was_active = connection.active(False)
h.continuerun(7)
connection.active(1)
h.continuerun(9)
result = {"g": g, "was_active": was_active, "is_active": connection.active()}
