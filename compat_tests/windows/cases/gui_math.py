"""GUIMath's distances are single precision."""

from neuron import h

m = h.GUIMath()
print(m.d2line(1, 2, 0, 0, 3, 1), m.d2line_seg(1, 2, 0, 0, 3, 1), m.d2line_seg(5, 2, 0, 0, 3, 1), m.d2line(1, 2, 0, 0, 0, 0))
print(m.d2line_seg(-1, -2, 0, 0, 3, 1), m.d2line(10, 3, 1, 1, 4, 5))
print(m.inside(1, 2, 0, 0, 3, 4), m.inside(1, 2, 0, 3, 3, 4), m.inside(0, 0, 0, 0, 3, 4), m.feround(), m.feround(1))
try:
    m.d2line(1)
except RuntimeError as error:
    print(error)
