"""What a Graph has no attribute for, and what can't be assigned."""

from neuron import h

g = h.Graph()
for action in (lambda: g.colour(1), lambda: setattr(g, "colour", 1), lambda: setattr(g, "size", 1), lambda: g.plot(sec=3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(g, g == g, g == h.Graph(), g.hname(), bool(g))
