"""NetStims that trigger NetStims: bursts that grow."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
stims, links, result = [], [], {}
for number in range(4):
    stim = h.NetStim()
    stim.start, stim.interval, stim.number = (1 if number == 0 else -1), 0.7 - 0.1 * number, 2
    if stims:
        links.append(h.NetCon(stims[-1], stim, 0, 1, 1))
    listener = h.NetCon(stim, None)
    spikes = h.Vector()
    listener.record(spikes)
    stims.append(stim)
    links.append(listener)
    result[f"spikes_{number}"] = spikes
h.finitialize(-65)
h.continuerun(15)
