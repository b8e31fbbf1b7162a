"""Intervals are exponential."""

from neuron import h

h.load_file("stdrun.hoc")
stim = h.NetStim()
stim.start, stim.number, stim.interval, stim.noise = 0, 100, 2, 1
stim.noiseFromRandom123(4, 5, 6)
spikes = h.Vector()
link = h.NetCon(stim, None)
link.record(spikes)
h.finitialize(-65)
h.continuerun(70)
first = spikes.c()
h.finitialize(-65)
h.continuerun(30)
result = {"first": first, "second": spikes}
