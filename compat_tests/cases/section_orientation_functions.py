"""The function forms: parent_section, section_orientation, parent_connection, disconnect."""
from neuron import h

a, b, c = (h.Section(name=name) for name in "abc")
b.connect(a(0.4), 1)
c.connect(b(0))
lines = []
for sec in (a, b, c):
    lines.append(f"{sec} {h.section_orientation(sec=sec)} {h.parent_connection(sec=sec)} {sec.orientation()}")
    lines.append(f"{sec} {sec.parentseg()} {sec.trueparentseg()}")
h.disconnect(sec=b)
lines.append(f"{b.parentseg()} {c.parentseg()} {h.SectionRef(sec=c).root}")
result = {"lines": lines}
