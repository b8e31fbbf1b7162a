"""Every third event passes on to the next level."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))
times, ids = h.Vector(), h.Vector()

levels = [[h.Counter() for _ in range(3)] for _ in range(4)]
stims, links = [], []
for k in range(3):
    stim = h.NetStim()
    stim.start, stim.number, stim.interval = 1, 60, 0.7 + 0.1 * k
    stims.append(stim)
    links.append(h.NetCon(stim, levels[0][k], 0, 0.5, 1))
for a, b in zip(levels, levels[1:]):
    links += [h.NetCon(x, y, 0, 0.5, 1) for x in a for y in b]
for k, level in enumerate(levels):
    for j, c in enumerate(level):
        out = h.NetCon(c, None)
        out.record(times, ids, 10 * k + j)
        links.append(out)
h.finitialize(-65)
h.continuerun(40)
result = {"times": times, "ids": ids}
