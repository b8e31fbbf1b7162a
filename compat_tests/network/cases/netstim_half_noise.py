"""Half of each interval is random."""

from neuron import h

h.load_file("stdrun.hoc")
stim = h.NetStim()
stim.start, stim.number, stim.interval, stim.noise = 3, 20, 4.3, 0.5
stim.noiseFromRandom123(1, 2, 3)
spikes = h.Vector()
link = h.NetCon(stim, None)
link.record(spikes)
h.finitialize(-65)
h.continuerun(70)
first = spikes.c()
h.finitialize(-65)
h.continuerun(30)
result = {"first": first, "second": spikes}
