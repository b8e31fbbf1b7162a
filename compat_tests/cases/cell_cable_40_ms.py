"""A cable of 101 HH segments fires for 40 ms."""
from neuron import h

h.load_file("stdrun.hoc")
cable = h.Section(name="cable")
cable.L, cable.diam, cable.nseg = 1010, 2, 101
cable.insert("hh")
clamp = h.IClamp(cable(0))
clamp.delay, clamp.dur, clamp.amp = 1, 38, 0.5
v = h.Vector().record(cable(0.5)._ref_v)
v_end = h.Vector().record(cable(1)._ref_v)
h.finitialize(-65)
h.continuerun(40)
result = {"v": v, "v_end": v_end, "v_final": [seg.v for seg in cable.allseg()]}
