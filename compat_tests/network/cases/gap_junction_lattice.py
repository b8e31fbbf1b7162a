"""Nine cells in a square, each coupled to its neighbours."""

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

pc = h.ParallelContext()
n = 3
somas = {(i, j): cell(f"soma[{i}][{j}]", 0.4 if (i, j) == (0, 0) else 0) for i in range(n) for j in range(n)}
numbers = {place: k for k, place in enumerate(somas)}
gaps, links = [], []
for place, s in somas.items():
    pc.source_var(s(0.5)._ref_v, numbers[place], sec=s)
for (i, j), s in somas.items():
    for other in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
        if other in somas:
            gap = h.Gap(s(0.5))
            gap.g = 8
            pc.target_var(gap, gap._ref_vgap, numbers[other])
            gaps.append(gap)
pc.setup_transfer()
for place, s in somas.items():
    link = h.NetCon(s(0.5)._ref_v, None, sec=s)
    link.record(times, ids, numbers[place])
    links.append(link)
h.finitialize(-65)
h.continuerun(30)
result = {"times": times, "ids": ids, "v": [s(0.5).v for s in somas.values()]}
