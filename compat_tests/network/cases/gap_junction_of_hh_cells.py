"""A spike pulls the neighbour along, through gap junctions set up anew for a second run."""

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

pc = h.ParallelContext()
a, b = cell("a", 0.3), cell("b")
gaps = [h.Gap(a(0.5)), h.Gap(b(0.5))]
for k, s in enumerate((a, b)):
    pc.source_var(s(0.5)._ref_v, k, sec=s)
    gaps[k].g = 20
    pc.target_var(gaps[k], gaps[k]._ref_vgap, 1 - k)
pc.setup_transfer()
spikes = [h.Vector(), h.Vector()]
links = [h.NetCon(s(0.5)._ref_v, None, sec=s) for s in (a, b)]
for link, vector in zip(links, spikes):
    link.record(vector)
h.finitialize(-65)
h.continuerun(30)
first = [list(v) for v in spikes]
for gap in gaps:
    gap.g = 2
h.finitialize(-65)
h.continuerun(30)
result = {"first_a": first[0], "first_b": first[1], "second_a": spikes[0], "second_b": spikes[1]}
