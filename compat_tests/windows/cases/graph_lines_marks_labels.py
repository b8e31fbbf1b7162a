"""Lines, marks and labels drawn by hand return 1 each."""

from neuron import h

g = h.Graph()
print(g.beginline(), g.line(0, 1), g.line(1, 2), g.beginline("name", 2, 3), g.line(3, 4))
print(g.mark(1, 2), g.mark(1, 2, "o"), g.mark(1, 2, "S", 4, 2, 1), g.mark(1, 2, 3, 4))
print(g.label(0.1, 0.9, "text"), g.label("more"), g.label(0.5, 0.5, "all", 2, 1, 0, 0, 3), g.label(0.2, 0.2))
print(g.color(2), g.brush(3), g.color(5, "purple"), g.erase(), g.erase_all())
print(g.xaxis(0, 5), g.yaxis(0, 1, 0, 2, 0, 1, 0), g.xaxis(1), g.view(2), g.view(0, 0, 1, 1, 0, 0, 100, 100))
x, y = h.Vector([1, 2, 3]), h.Vector([4, 5, 6])
print(g.vector(3, x._ref_x[0], y._ref_x[0]), g.family(1), g.family(0), g.exec_menu("View = plot"), g.save_name("name"))
