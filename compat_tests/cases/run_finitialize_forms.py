"""finitialize with a value, without one after voltages were set, and with v_init."""
from neuron import h

h.load_file("stdrun.hoc")
cable = h.Section(name="cable")
cable.nseg = 3
cable.insert("hh")
v = h.Vector().record(cable(0.5)._ref_v)
for number, seg in enumerate(cable):
    seg.v = -60 - 5 * number
h.finitialize()
result = {"v_set": [seg.v for seg in cable.allseg()], "gates_set": [[seg.m_hh, seg.h_hh, seg.n_hh] for seg in cable]}
h.continuerun(1)
result["v_run"] = v.c()
h.finitialize(-55.5)
result["v_given"] = [seg.v for seg in cable.allseg()]
h.v_init = -77
h.finitialize(h.v_init)
result["v_v_init"] = [seg.v for seg in cable.allseg()]
h.finitialize()
result["v_again"] = [seg.v for seg in cable.allseg()]
result["t"] = h.t
