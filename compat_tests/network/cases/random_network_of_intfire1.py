"""Forty IntFire1 cells with random connections, driven by NetStims."""

from neuron import h

h.load_file("stdrun.hoc")
import random

times, ids = h.Vector(), h.Vector()

random.seed(1)
n = 40
cells, stims, links = [], [], []
for i in range(n):
    c = h.IntFire1()
    c.tau, c.refrac = 12, 2
    cells.append(c)
for i in range(n):
    for _ in range(8):
        j = random.randrange(n)
        weight = 0.3 if j < 30 else -0.3
        links.append(h.NetCon(cells[j], cells[i], 0, random.uniform(0.1, 8), weight))
for i in range(12):
    stim = h.NetStim()
    stim.start, stim.number, stim.interval, stim.noise = 0, 1e6, 4, 1
    stim.noiseFromRandom123(i, 7, 1)
    stims.append(stim)
    for k in range(4):
        links.append(h.NetCon(stim, cells[(3 * i + k) % n], 0, 1 + 0.1 * k, 2 * 0.3))
for i, c in enumerate(cells):
    out = h.NetCon(c, None)
    out.record(times, ids, i)
    links.append(out)
h.finitialize(-65)
h.continuerun(60)
result = {"times": times, "ids": ids}
