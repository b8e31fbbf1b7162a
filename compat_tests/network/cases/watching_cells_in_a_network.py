"""Mechanisms that watch excite each other."""

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

somas = [cell(f"soma[{k}]", 0.1 * (k % 2)) for k in range(4)]
watchers = [h.UpAndDown(s(0.5)) for s in somas]
synapses = [h.ExpSyn(s(0.5)) for s in somas]
links = [h.NetCon(watchers[k], synapses[(k + 1) % 4], 0, 0.8 + 0.2 * k, 0.02) for k in range(4)]
for k, link in enumerate(links):
    link.record(times, ids, k)
h.finitialize(-65)
h.continuerun(40)
result = {"times": times, "ids": ids}
