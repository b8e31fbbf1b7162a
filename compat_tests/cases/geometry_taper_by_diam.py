"""A taper set segment by segment through diam: every segment is a cylinder of its own."""
from neuron import h

h.load_file("stdrun.hoc")
dend = h.Section(name="dend")
dend.nseg = 7
dend.L = 250
for seg in dend:
    seg.diam = 4 * (1 - seg.x) + 0.5 * seg.x
dend.insert("pas")
clamp = h.IClamp(dend(0))
clamp.delay, clamp.dur, clamp.amp = 0.5, 4, 0.1
v = h.Vector().record(dend(0.5)._ref_v)
v_tip = h.Vector().record(dend(1)._ref_v)
h.finitialize(-70)
h.continuerun(6)
result = {
    "areas": [seg.area() for seg in dend.allseg()],
    "resistances": [seg.ri() for seg in dend.allseg()],
    "v": v,
    "v_tip": v_tip,
    "n3d": dend.n3d(),
}
