"""PointProcessGroupManager: a new one holds a current clamp; an empty one nothing."""

from neuron import h

h.load_file("nrngui.hoc")
h.load_file("pointgrp.hoc")
s = h.Section(name="s")
empty = h.PointProcessGroupManager(0)
print(empty, h.List("IClamp").count())
group = h.PointProcessGroupManager()
print(group, group.v1, h.IClamp[0].get_segment())
group.move(0.3)
print(h.IClamp[0].get_segment())
