"""A Glyph's methods return the Glyph, so that they can be chained."""

from neuron import h

g = h.Glyph()
print(g.path().m(0, 0).l(1, 1).l(2, 0).close().fill(2).s(1, 2).circle(0, 0, 3).curve(1, 2, 3, 4, 5, 6).cpt(1, 2) == g)
print(g.erase(), g.gif("none"), h.Graph().glyph(g, 1, 2, 3, 4, 5))
