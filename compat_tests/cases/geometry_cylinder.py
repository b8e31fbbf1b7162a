"""A cylinder at several nseg: area, ri and the passive response to a current step."""
from neuron import h

h.load_file("stdrun.hoc")
areas, resistances = [], []
cable = h.Section(name="cable")
cable.L, cable.diam, cable.Ra = 317.3, 1.7, 123.0
for nseg in (1, 2, 3, 5, 10):
    cable.nseg = nseg
    for seg in cable.allseg():
        areas.append(seg.area())
        resistances.append(seg.ri())
cable.insert("pas")
clamp = h.IClamp(cable(0.1))
clamp.delay, clamp.dur, clamp.amp = 1, 5, 0.05
v_near = h.Vector().record(cable(0.1)._ref_v)
v_end = h.Vector().record(cable(1)._ref_v)
h.finitialize(-65)
h.continuerun(8)
result = {"areas": areas, "resistances": resistances, "v_near": v_near, "v_end": v_end}
