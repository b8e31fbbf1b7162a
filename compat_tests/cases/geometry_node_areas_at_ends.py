"""Nodes at x = 0 and 1 have no area; ri there is that of half a segment."""
from neuron import h

cable = h.Section(name="cable")
cable.L, cable.diam, cable.nseg = 100, 2, 4
h.finitialize(-65)
result = {
    "x": [seg.x for seg in cable.allseg()],
    "area": [h.area(seg.x, sec=cable) for seg in cable.allseg()],
    "ri": [h.ri(seg.x, sec=cable) for seg in cable.allseg()],
    "between": [cable(x).area() for x in (0.1, 0.25, 0.26, 0.5, 0.75, 0.99)],
    "volume": [seg.volume() for seg in cable.allseg()],
    "node_index": [cable(x).node_index() for x in (0, 0.1, 0.3, 0.6, 0.9, 1)],
}
