"""Several NetCons with their own weights and delays add up on one synapse."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
synapse = h.ExpSyn(soma(0.5))
synapse.tau = 3
stims, connections = [], []
for number in range(5):
    stim = h.NetStim()
    stim.start, stim.interval, stim.number = 1 + 0.3 * number, 2.5 - 0.2 * number, 3
    connection = h.NetCon(stim, synapse)
    connection.weight[0], connection.delay = 0.02 * (number + 1), 0.1 * number
    stims.append(stim)
    connections.append(connection)
v = h.Vector().record(soma(0.5)._ref_v)
g = h.Vector().record(synapse._ref_g)
h.finitialize(-65)
h.continuerun(12)
result = {"v": v, "g": g, "count": h.List("NetCon").count(), "sources": len(synapse.hname())}
