"""Moved events land on the times of others: who comes first then."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))
times, ids = h.Vector(), h.Vector()

cells, links = [h.Mover() for _ in range(8)], []
for k, c in enumerate(cells):
    c.wait = 6 - k % 3
stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 12, 2
for k, c in enumerate(cells):
    links.append(h.NetCon(stim, c, 0, 1 + k % 2, 2 + k % 3))
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
for a, b in zip(cells, cells[1:]):
    links.append(h.NetCon(a, b, 0, 1, 1))
h.finitialize(-65)
h.continuerun(40)
result = {"times": times, "ids": ids}
