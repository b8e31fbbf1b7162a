"""A new delay counts for spikes from then on, not for events under way."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 20, 2
c = h.IntFire1()
c.refrac = 0.2
link, out = h.NetCon(stim, c, 0, 5, 2), h.NetCon(c, None)
out.record(times, ids, 1)
h.finitialize(-65)
h.continuerun(10)
link.delay = 1.3
h.continuerun(20)
link.delay = 7
link.weight[0] = 0.4
h.continuerun(45)
result = {"times": times}
