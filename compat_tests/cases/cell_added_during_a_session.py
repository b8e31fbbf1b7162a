"""A section made between two runs takes part in the second; a deleted one no longer."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 0.8
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(5)
result = {"v_alone": v.c()}
dend = h.Section(name="dend")
dend.L, dend.diam, dend.nseg = 100, 2, 3
dend.insert("pas")
dend.connect(soma(1))
h.finitialize(-65)
h.continuerun(5)
result["v_with_dend"] = v.c()
del dend
h.finitialize(-65)
h.continuerun(5)
result["v_alone_again"] = v.c()
