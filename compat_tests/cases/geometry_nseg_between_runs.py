"""nseg raised and lowered between runs: the record of a middle segment follows."""
from neuron import h

h.load_file("stdrun.hoc")
cable = h.Section(name="cable")
cable.L, cable.diam = 400, 1
cable.insert("hh")
clamp = h.IClamp(cable(0))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 0.5
result = {}
for nseg in (1, 5, 11, 3):
    cable.nseg = nseg
    v = h.Vector().record(cable(0.5)._ref_v)
    v_end = h.Vector().record(cable(1)._ref_v)
    h.finitialize(-65)
    h.continuerun(6)
    result[f"v_{nseg}"] = v.c()
    result[f"v_end_{nseg}"] = v_end.c()
