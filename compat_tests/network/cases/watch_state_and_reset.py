"""A state is integrated and reset when it passes a level; events push it."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))


def cell(name, drive=0.0, diam=20):
    soma = h.Section(name=name)
    soma.L = soma.diam = diam
    soma.insert("hh")
    if drive:
        clamp = h.IClamp(soma(0.5))
        clamp.delay, clamp.dur, clamp.amp = 1, 1e9, drive
        clamps.append(clamp)
    return soma


clamps = []

times, ids = h.Vector(), h.Vector()

soma = cell("soma")
cells, links = [], []
stim = h.NetStim()
stim.start, stim.number, stim.interval = 3, 20, 2.1
for k in range(4):
    c = h.LeakyFire(soma(0.5))
    c.drive = 0.7 + 0.25 * k
    cells.append(c)
    links.append(h.NetCon(stim, c, 0, 1, 0.2))
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
h.finitialize(-65)
h.continuerun(60)
result = {"times": times, "ids": ids, "x": [c.x for c in cells], "n": [c.n for c in cells]}
