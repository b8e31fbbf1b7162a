"""Delays far longer than a chunk of steps."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 4, 7
links, cells = [], []
for k, delay in enumerate([3, 700.5, 1500.25, 1900]):
    c = h.IntFire1()
    links.append(h.NetCon(stim, c, 0, delay, 2))
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
    cells.append(c)
h.finitialize(-65)
h.continuerun(2000)
result = {"times": times, "ids": ids}
