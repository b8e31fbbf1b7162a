"""Inputs put off or bring nearer the event of a cell, several at one time."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))
times, ids = h.Vector(), h.Vector()

cells, stims, links = [h.Mover() for _ in range(5)], [], []
for k, c in enumerate(cells):
    c.wait = 4 + k
for k in range(4):
    stim = h.NetStim()
    stim.start, stim.number, stim.interval = 1 + k % 2, 30, 1.5 + 0.5 * k
    stims.append(stim)
    for j, c in enumerate(cells):
        links.append(h.NetCon(stim, c, 0, 0.5 * (1 + (j + k) % 3), [0, 1, 2.5, 6][(j + k) % 4]))
for k, c in enumerate(cells):
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
h.finitialize(-65)
h.continuerun(60)
result = {"times": times, "ids": ids, "n": [c.n for c in cells], "inputs": [c.n_input for c in cells]}
