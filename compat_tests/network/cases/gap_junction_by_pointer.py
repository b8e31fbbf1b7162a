"""Two cells coupled by POINTERs."""

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

a, b = cell("a", 0.3), cell("b")
first, second = h.GapPointer(a(0.5)), h.GapPointer(b(0.5))
h.setpointer(b(0.5)._ref_v, "vgap", first)
h.setpointer(a(0.5)._ref_v, "vgap", second)
first.g = second.g = 10
links = [h.NetCon(s(0.5)._ref_v, None, sec=s) for s in (a, b)]
for k, link in enumerate(links):
    link.record(times, ids, k)
h.finitialize(-65)
h.continuerun(40)
result = {"times": times, "ids": ids, "v": [a(0.5).v, b(0.5).v]}
