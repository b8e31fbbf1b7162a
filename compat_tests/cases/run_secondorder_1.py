"""Crank-Nicolson with secondorder 1: voltage and ion currents of a spiking cable."""
from neuron import h

h.load_file("stdrun.hoc")
cable = h.Section(name="cable")
cable.L, cable.diam, cable.nseg = 300, 3, 9
cable.insert("hh")
clamp = h.IClamp(cable(0))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 2
h.secondorder = 1
v = h.Vector().record(cable(0.5)._ref_v)
v_end = h.Vector().record(cable(1)._ref_v)
ina = h.Vector().record(cable(0.5)._ref_ina)
ik = h.Vector().record(cable(0.5)._ref_ik)
h.finitialize(-65)
h.continuerun(10)
result = {"v": v, "v_end": v_end, "ina": ina, "ik": ik}
