"""A RangeVarPlot of a mechanism that only some sections have."""

import itertools

from neuron import h

soma, a, b, d = (h.Section(name=name) for name in ["soma", "a", "b", "d"])
for k, (section, length, nseg) in enumerate(((soma, 20, 1), (a, 100, 3), (b, 50, 2), (d, 40, 2))):
    section.L, section.nseg, section.diam = length, nseg, k + 1
a.connect(soma(1))
b.connect(a(1))
d.connect(soma(0))
for n in range(5):
    for chosen in itertools.combinations((soma, a, b, d), n):
        for section in h.allsec():
            section.uninsert("hh")
        for k, section in enumerate(chosen):
            section.insert("hh")
            section.gnabar_hh = k + 1
        for begin, end in ((d(1), b(1)), (b(1), d(1)), (soma(0.5), b(1)), (a(0.5), b(1)), (b(1), a(0.5)), (soma(0), b(1))):
            x, y = h.Vector(), h.Vector()
            h.RangeVarPlot("gnabar_hh", begin, end).to_vector(y, x)
            print(len(chosen), begin, end, [f"{p:g} {q:g}" for p, q in zip(x, y)])
for begin, end in ((d(1), b(1)), (soma(0), a(1)), (soma(1), a(0))):
    x, y = h.Vector(), h.Vector()
    h.RangeVarPlot("diam", begin, end).to_vector(y, x)
    print([f"{p:g} {q:g}" for p, q in zip(x, y)])
