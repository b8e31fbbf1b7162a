"""Inserter notes what is inserted already."""

from neuron import h

h.load_file("nrngui.hoc")
s = h.Section(name="s")
s.insert("hh")
i = h.Inserter(0)
print(i, i.v1, h.List("MechanismStandard").count())
