"""Connections of one source with equal delays between shorter ones: who fires first at one time."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 6, 5
links, cells = [], []
for k, delay in enumerate([2, 2, 1, 2, 1, 3, 3, 0.5, 3, 2, 0.5, 1]):
    c = h.IntFire1()
    c.refrac = 0.5
    links.append(h.NetCon(stim, c, 0, delay, 2))
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
    cells.append(c)
h.finitialize(-65)
h.continuerun(40)
result = {"times": times, "ids": ids}
