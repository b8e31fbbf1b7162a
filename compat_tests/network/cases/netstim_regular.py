"""A NetStim without noise, and how many spikes it makes."""

from neuron import h

h.load_file("stdrun.hoc")
stim = h.NetStim()
stim.start, stim.number, stim.interval, stim.noise = 3, 7, 4.3, 0
spikes = h.Vector()
link = h.NetCon(stim, None)
link.record(spikes)
h.finitialize(-65)
h.continuerun(70)
first = spikes.c()
h.finitialize(-65)
h.continuerun(30)
result = {"first": first, "second": spikes}
