"""What handlers see of transferred voltages."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))


def passive(name):
    soma = h.Section(name=name)
    soma.L = soma.diam = 20
    soma.insert("pas")
    return soma


pc = h.ParallelContext()
a, b = passive("a"), passive("b")
gap = h.Gap(a(0.5))
gap.vgap = 11
pc.source_var(b(0.5)._ref_v, 5, sec=b)
pc.target_var(gap, gap._ref_vgap, 5)
pc.setup_transfer()
seen = []
handlers = [h.FInitializeHandler(k, lambda: seen.append([gap.vgap, b(0.5).v])) for k in (3, 0, 1, 2)]
h.finitialize(-60)
for _ in range(3):
    h.fadvance()
    seen.append([gap.vgap, b(0.5).v])
b(0.5).v = -30
seen.append([gap.vgap, b(0.5).v])
h.fadvance()
seen.append([gap.vgap, b(0.5).v])
result = {"seen": seen}
