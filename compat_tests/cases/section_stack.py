"""push, pop_section, cas and the sec= keyword."""
from neuron import h

a, b, c = (h.Section(name=name) for name in "abc")
lines = [str(h.cas())]
b.push()
lines.append(h.secname())
c.push()
lines += [h.secname(), str(h.cas())]
h.pop_section()
lines.append(h.secname())
h.pop_section()
lines.append(h.secname())
b.L = 77
lines += [str(h.area(0.5, sec=b)), str(h.issection("b", sec=b)), str(h.issection("c", sec=b)), str(h.ismembrane("hh", sec=b))]
lines.append(str(h.section_exists("c")))
result = {"lines": lines}
