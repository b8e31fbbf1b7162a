"""Sections on the 0-end of the root, in several call forms of connect."""
from neuron import h

h.load_file("stdrun.hoc")
root = h.Section(name="root")
a, b, c, d = (h.Section(name=name) for name in "abcd")
a.connect(root, 0, 0)
b.connect(root(0))
c.connect(root, 1)
d.connect(root)
for sec in h.allsec():
    sec.L, sec.diam, sec.nseg = 50, 2, 2
    sec.insert("pas")
clamp = h.IClamp(a(1))
clamp.dur, clamp.amp = 10, 0.1
traces = {f"v_{sec.name()}": h.Vector().record(sec(1)._ref_v) for sec in h.allsec()}
h.finitialize(-65)
h.continuerun(2)
h.topology()
result = dict(traces, order=[str(sec) for sec in root.wholetree()], parents=[str(sec.parentseg()) for sec in (a, b, c, d)])
