"""FOR_NETCONS goes through the connection of the event too, whose arguments are those of the block."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))

s = h.Section(name="s")
s.insert("pas")
synapse = h.CountsAll(s(0.5))
netcons, stims = [], []
for k in range(3):
    stim = h.NetStim()
    stim.start, stim.interval, stim.number = 1 + k, 3, 4
    stims.append(stim)
    netcons.append(h.NetCon(stim, synapse, 0, 0.5 * k, 1e-4 * (k + 1)))
g = h.Vector().record(synapse._ref_g)
h.finitialize(-65)
for t in (5, 20):
    h.continuerun(t)
    print(t, synapse.last, [[nc.weight[i] for i in range(3)] for nc in netcons])
netcons[1].event(21)
h.continuerun(22)
print(synapse.last, list(netcons[1].weight), g.sum())
