"""A diam ramp laid over one segment stays uniform at a higher nseg."""
from neuron import h

dend = h.Section(name="dend")
dend.L = 90
for seg in dend:
    seg.diam = 10 * (1 - seg.x) + 2 * seg.x
dend.nseg = 5
result = {"diams": [seg.diam for seg in dend], "areas": [seg.area() for seg in dend.allseg()]}
for seg in dend:
    seg.diam = 10 * (1 - seg.x) + 2 * seg.x
dend.nseg = 3
result["coarse"] = [seg.diam for seg in dend]
