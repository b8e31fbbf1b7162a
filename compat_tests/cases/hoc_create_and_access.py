"""Sections created in hoc, used from Python; output of hoc's print."""
from neuron import h

h("create soma, dend[3]")
h("for i = 0, 2 connect dend[i](0), soma(1)")
h("access soma")
h("forall insert pas")
h('print secname(), " ", L, nseg')
h("soma { nseg = 3 L = 25 }")
h("x = 3")
result = {"names": [str(sec) for sec in h.allsec()], "L": h.soma.L, "dends": len(h.dend), "x": h.x, "g": h.dend[1].g_pas}
