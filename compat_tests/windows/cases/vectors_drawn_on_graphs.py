"""Vector.plot, line, mark and ploterr return the Vector, whatever they are given."""

from neuron import h

g = h.Graph()
x, y, e = h.Vector([1, 2, 3]), h.Vector([4, 5, 6]), h.Vector([0.1, 0.2, 0.3])
for method in (y.plot, y.line, y.mark, y.ploterr):
    for given in ((g,), (g, x), (g, x, 2, 1), (g, 0.5), (g, x, "o"), (g, x, e), (g, x, e, 4, 2, 1), (), (3,), (x,), (None,)):
        print(method(*given) == y, end=" ")
print(y.to_python(), h.PtrVector(2).plot(g))
