"""Excitation and inhibition of the same size, strong single connections, 100 cells."""

from neuron import h

h.load_file("stdrun.hoc")
import random

times, ids = h.Vector(), h.Vector()

random.seed(12)
n, k = 100, 10
cells, links, stims = [h.IntFire1() for _ in range(n)], [], []
for c in cells:
    c.tau, c.refrac = 20, 2
for target in cells:
    for j in random.sample(range(n), k):
        links.append(h.NetCon(cells[j], target, 0, 1.5, 0.25 if j < 80 else -1.0))
for i in range(n):
    stim = h.NetStim()
    stim.number, stim.start, stim.interval, stim.noise = 1e9, 0, 6, 1
    stim.noiseFromRandom123(i, 0, 0)
    stims.append(stim)
    links.append(h.NetCon(stim, cells[i], 0, 0.1, 0.45))
for i, c in enumerate(cells):
    out = h.NetCon(c, None)
    out.record(times, ids, i)
    links.append(out)
h.finitialize(-65)
h.continuerun(80)
result = {"times": times, "ids": ids}
