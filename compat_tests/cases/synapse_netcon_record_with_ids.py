"""NetCon.record with a Vector of times, one of ids, and a number; several into one pair."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
times, ids = h.Vector(), h.Vector()
keep = []
for number in range(4):
    stim = h.NetStim()
    stim.start, stim.interval, stim.number = 1 + 0.5 * (3 - number), 1.5, 3
    connection = h.NetCon(stim, None)
    connection.record(times, ids, number)
    keep += [stim, connection]
h.finitialize(-65)
h.continuerun(8)
result = {"spikes": times, "ids": ids}
