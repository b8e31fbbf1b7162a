"""SEClamp at one end of an active cable, with a second electrode at the other."""
from neuron import h

h.load_file("stdrun.hoc")
cable = h.Section(name="cable")
cable.L, cable.diam, cable.nseg = 300, 2, 7
cable.insert("hh")
first = h.SEClamp(cable(0))
first.dur1, first.amp1, first.dur2, first.amp2, first.rs = 0.5, -65, 20, -20, 1e-3
second = h.SEClamp(cable(1))
second.dur1, second.amp1, second.rs = 50, -65, 5
v = h.Vector().record(cable(0.5)._ref_v)
i_first = h.Vector().record(first._ref_i)
i_second = h.Vector().record(second._ref_i)
h.finitialize(-65)
h.continuerun(5)
result = {"v": v, "i_first": i_first, "i_second": i_second}
