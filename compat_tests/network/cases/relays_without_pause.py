"""Cells that send themselves events at once before they pass one on."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))
times, ids = h.Vector(), h.Vector()

relays, links = [h.Relay() for _ in range(5)], []
for k, r in enumerate(relays):
    r.hops, r.pause = k, 0 if k % 2 else 0.01
stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 4, 3
for k, r in enumerate(relays):
    links.append(h.NetCon(stim, r, 0, 1, 1))
    out = h.NetCon(r, None)
    out.record(times, ids, k)
    links.append(out)
links += [h.NetCon(a, b, 0, 0, 1) for a, b in zip(relays, relays[1:])]
h.finitialize(-65)
h.continuerun(20)
result = {"times": times, "ids": ids, "n": [r.n for r in relays]}
