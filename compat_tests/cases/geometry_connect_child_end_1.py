"""A child connected by its 1-end turns round: nodes, area order and the response."""
from neuron import h

h.load_file("stdrun.hoc")
parent = h.Section(name="parent")
child = h.Section(name="child")
grandchild = h.Section(name="grandchild")
for sec in (parent, child, grandchild):
    sec.L, sec.nseg = 120, 3
    sec.insert("pas")
for seg in child:
    seg.diam = 1 + seg.x
child.connect(parent(1), 1)
grandchild.connect(child(0), 0)
clamp = h.IClamp(parent(0))
clamp.delay, clamp.dur, clamp.amp = 0, 10, 0.2
v_0 = h.Vector().record(child(0)._ref_v)
v_1 = h.Vector().record(child(1)._ref_v)
v_far = h.Vector().record(grandchild(1)._ref_v)
h.finitialize(-65)
h.continuerun(3)
h.topology()
result = {
    "v_0": v_0,
    "v_1": v_1,
    "v_far": v_far,
    "orientation": [sec.orientation() for sec in (parent, child, grandchild)],
    "resistances": [seg.ri() for seg in child.allseg()],
    "distances": [h.distance(parent(0), seg) for seg in child.allseg()],
}
