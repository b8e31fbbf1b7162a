"""Vectors made in every way: sizes, fills, ranges, lists, copies with and without ranges."""
import numpy as np

from neuron import h

base = h.Vector([3, 1, 4, 1, 5, 9, 2, 6])
target = h.Vector(10)
result = {
    "size": h.Vector(3), "filled": h.Vector(3, 7.5), "from_list": h.Vector([1, 2]), "from_tuple": h.Vector((3, 4)),
    "from_range": h.Vector(range(4)), "from_numpy": h.Vector(np.linspace(0, 1, 5)),
    "indgen": h.Vector(4).indgen(), "indgen_2": h.Vector(4).indgen(2), "indgen_3": h.Vector().indgen(1, 3, 0.5),
    "fill": h.Vector(5).fill(2, 1, 3), "copy": h.Vector().copy(base), "copy_at": target.c().copy(base, 2),
    "copy_part": target.c().copy(base, 1, 2, 4), "copy_stride": h.Vector().copy(base, 1, 6), "c": base.c(2, 4), "at": base.at(1, 3),
    "append": base.c().append(7, h.Vector([8, 9])), "insrt": base.c().insrt(2, 99), "remove": base.c().remove(2),
    "remove_range": base.c().remove(1, 3), "resize": base.c().resize(3), "resize_up": base.c().resize(10), "get": base.get(4),
    "set": base.c().set(0, -1), "slice": base[2:5], "step": base[::2], "negative": base[-1], "reversed": base[::-1],
    "cl": base.cl(), "ind": base.ind(h.Vector([0, 3, 5])), "from_python": h.Vector().from_python([1.5, 2.5]),
    "length": len(base), "contains": [base.contains(4), base.contains(7), 9 in base],
    "buffer": [h.Vector(3).buffer_size(100), h.Vector().size()], "clear": base.c().clear().size(),
}
