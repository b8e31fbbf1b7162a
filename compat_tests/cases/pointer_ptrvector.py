"""PtrVector gathers and scatters range variables."""
from neuron import h

dend = h.Section(name="dend")
dend.nseg = 5
pointers = h.PtrVector(5)
for index, seg in enumerate(dend):
    pointers.pset(index, seg._ref_v)
pointers.scatter(h.Vector([-10, -20, -30, -40, -50]))
after_scatter = [seg.v for seg in dend]
dend.v = -65
gathered = h.Vector(5)
pointers.gather(gathered)
pointers.setval(2, 7)
result = {
    "after_scatter": after_scatter,
    "gathered": gathered,
    "values": [pointers.getval(2), dend(0.5).v, pointers.size()],
}
