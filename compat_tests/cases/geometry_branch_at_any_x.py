"""Children on x = 0, 0.2, 0.5, 0.77 and 1 of one parent join the nodes that NEURON chooses."""
from neuron import h

h.load_file("stdrun.hoc")
parent = h.Section(name="parent")
parent.L, parent.diam, parent.nseg = 200, 3, 3
children = []
traces = {}
for number, x in enumerate((0, 0.2, 0.5, 0.77, 1)):
    child = h.Section(name=f"child{number}")
    child.L, child.diam, child.nseg = 80 + 10 * number, 1, 3
    child.connect(parent(x))
    children.append(child)
    traces[f"v{number}"] = h.Vector().record(child(0.5)._ref_v)
for sec in h.allsec():
    sec.insert("pas")
clamp = h.IClamp(parent(0.2))
clamp.delay, clamp.dur, clamp.amp = 0, 10, 0.1
h.finitialize(-65)
h.continuerun(4)
h.topology()
result = dict(traces, parent_x=[child.parentseg().x for child in children])
