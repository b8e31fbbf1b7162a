"""Events at equal times reach one target in NEURON's order, not simply first in, first out."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
times, ids = h.Vector(), h.Vector()
stims, connections = [], []
for number in range(8):
    stim = h.NetStim()
    stim.start, stim.interval, stim.number = (2, 1, 2, 1.5, 2, 1, 2, 0.5)[number], 1, 3
    connection = h.NetCon(stim, None)
    connection.record(times, ids, number)
    stims.append(stim)
    connections.append(connection)
h.finitialize(-65)
h.continuerun(6)
result = {"spikes": times, "ids": ids}
