"""A RangeVarPlot of v: nodes, lengths and order along paths up and down a tree."""

from neuron import h

soma, a, b, c, d, e = (h.Section(name=name) for name in ["soma", "a", "b", "c", "d", "e"])
for section, length, nseg in ((soma, 20, 1), (a, 100, 3), (b, 50, 2), (c, 30, 1), (d, 40, 2), (e, 10, 1)):
    section.L, section.nseg = length, nseg
a.connect(soma(1))
b.connect(a(1))
c.connect(a(1))
d.connect(soma(0))
e.connect(a(0.5))
for k, section in enumerate(h.allsec()):
    for segment in section:
        segment.v = -65 + 10 * k + segment.x
ends = [
    (b(1), c(1)),
    (soma(0), b(1)),
    (soma(0.5), b(0.5)),
    (b(0.5), soma(0.5)),
    (d(1), b(1)),
    (d(0.3), b(0.7)),
    (b(0.1), b(0.9)),
    (b(0.9), b(0.1)),
    (a(0.5), a(0.5)),
    (a(0), a(1)),
    (a(1), a(0)),
    (d(1), d(0)),
    (e(1), soma(0)),
    (soma(0), e(1)),
    (e(1), d(1)),
    (e(0.5), a(1)),
    (a(1), e(0.5)),
    (e(0.5), a(0.5)),
    (soma(1), a(0)),
    (b(0), c(0)),
    (a(1), b(0.5)),
    (b(0.5), a(1)),
]
result = {}
for number, (begin, end) in enumerate(ends):
    plot = h.RangeVarPlot("v", begin, end)
    x, y, sections = h.Vector(), h.Vector(), h.SectionList()
    n = plot.to_vector(y, x)
    plot.list(sections)
    print(begin, end, n, [section.name() for section in sections])
    result[f"x{number}"], result[f"y{number}"] = x, y
    result[f"ends{number}"] = [plot.left(), plot.right(), plot.d2root()]
