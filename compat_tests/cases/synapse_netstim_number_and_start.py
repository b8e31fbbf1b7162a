"""NetStim's corner settings: number 0 and 1, a start at 0 and at 1e9, an interval below dt."""
from neuron import h

h.load_file("stdrun.hoc")
result, keep = {}, []
for number, (start, interval, count) in enumerate(((0, 1, 3), (1, 1, 0), (1, 1, 1), (2, 0.01, 7), (1e9, 1, 5), (-1, 1, 5), (1.3, 2.7, 1e9))):
    stim = h.NetStim()
    stim.start, stim.interval, stim.number = start, interval, count
    connection = h.NetCon(stim, None)
    spikes = h.Vector()
    connection.record(spikes)
    keep += [stim, connection]
    result[f"spikes_{number}"] = spikes
soma = h.Section(name="soma")
h.finitialize(-65)
h.continuerun(20)
