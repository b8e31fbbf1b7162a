"""A NetStim that nobody has given a stream."""

from neuron import h

h.load_file("stdrun.hoc")
stim = h.NetStim()
stim.start, stim.number, stim.interval, stim.noise = 2, 15, 3, 1
spikes = h.Vector()
link = h.NetCon(stim, None)
link.record(spikes)
h.finitialize(-65)
h.continuerun(70)
first = spikes.c()
h.finitialize(-65)
h.continuerun(30)
result = {"first": first, "second": spikes}
