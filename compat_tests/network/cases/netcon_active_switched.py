"""Connections switched off and on while events are under way."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 20, 2
c = h.IntFire1()
c.refrac = 0.5
link, out = h.NetCon(stim, c, 0, 3, 2), h.NetCon(c, None)
out.record(times, ids, 1)
h.finitialize(-65)
h.continuerun(8.5)
was = link.active(0)
h.continuerun(18.5)
link.active(1)
h.continuerun(45)
result = {"times": times, "was": was}
