"""A user's init: finitialize, then e_pas balanced with fcurrent so that the cell rests."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
soma.insert("pas")
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-62)
h.fcurrent()
for seg in soma:
    seg.e_pas = (seg.ina + seg.ik + seg.gl_hh * (seg.v - seg.el_hh) + seg.g_pas * seg.v) / seg.g_pas
h.frecord_init()
h.continuerun(5)
result = {"v": v, "e_pas": soma.e_pas, "i": soma(0.5).pas.i}
