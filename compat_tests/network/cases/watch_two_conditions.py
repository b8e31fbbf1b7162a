"""Two conditions at a time, begun anew together."""

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

soma = cell("soma", 0.3)
watcher = h.TwoLevels(soma(0.5))
link = h.NetCon(watcher, None)
link.record(times, ids, 1)
h.finitialize(-65)
h.continuerun(50)
result = {"times": times, "ids": ids, "counts": [watcher.first, watcher.second]}
