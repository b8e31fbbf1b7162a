"""begin, end, origin, from_vector, a Python function, and what is refused."""

from neuron import h

a, b = h.Section(name="a"), h.Section(name="b")
a.nseg, b.nseg = 3, 2
b.connect(a(1))
plot = h.RangeVarPlot("v")
y, x = h.Vector(), h.Vector()
print(plot, plot.left(), plot.right(), plot.to_vector(y), len(y), plot.d2root())
print(plot.begin(a(0)), plot.to_vector(y), plot.end(0.5, sec=b), plot.to_vector(y, x), plot.left(), plot.right())
print(plot.origin(0.5, sec=a), plot.left(), plot.right(), x.to_python())
plot = h.RangeVarPlot("v", a(0), a(1))
print(plot.from_vector(h.Vector([1, 2, 3, 4, 5])), [segment.v for segment in a.allseg()], plot.vector().to_python())
print(plot.color(2))
by_place = h.RangeVarPlot(lambda place: 2 * place, a(0), a(1))
print(by_place.vector().to_python())
for action in (
    lambda: plot.from_vector(h.Vector([1, 2, 3])),
    lambda: h.RangeVarPlot(),
    lambda: h.RangeVarPlot(3),
    lambda: plot.begin(),
    lambda: plot.to_vector(),
    lambda: plot.to_vector(y, x, x),
    lambda: plot.vector(1),
    lambda: plot.list(y),
):
    try:
        print(action())
    except RuntimeError as error:
        print(str(error).split("; really")[0])
