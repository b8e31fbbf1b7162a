"""MStanWrap and SNList, the parts of the cell builder that models use by themselves."""

from neuron import h

h.load_file("celbild.hoc")
standard = h.MechanismStandard("hh")
wrap = h.MStanWrap(standard)
print(wrap, wrap.changed(), wrap.is_ms, wrap.ms == standard)
standard.set("gl_hh", 0.5)
print(wrap.changed(), wrap.set_default(), wrap.changed(), wrap.msold.get("gl_hh"))
names = h.SNList("dends")
text = h.ref("")
print(names, names.name_, names.name(text), text[0], names.list.count(), names.is_subset(), names.differ)
