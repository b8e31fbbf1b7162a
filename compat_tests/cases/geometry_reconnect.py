"""Reconnecting a section prints a notice and moves it; disconnect makes it a root."""
from neuron import h

a, b, c = (h.Section(name=name) for name in "abc")
b.connect(a(1))
c.connect(b(1))
h.topology()
c.connect(a(0))
h.topology()
c.connect(a(0.5), 1)
h.topology()
h.disconnect(sec=b)
h.topology()
result = {"roots": [str(sec) for sec in (a, b, c) if sec.parentseg() is None]}
