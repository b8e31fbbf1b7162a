"""L, Ra, cm and diam changed between two runs act in the second."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
dend = h.Section(name="dend")
dend.connect(soma(1))
soma.L = soma.diam = 20
dend.L, dend.diam, dend.nseg = 100, 2, 3
soma.insert("hh")
dend.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.5, 2, 0.6
v = h.Vector().record(soma(0.5)._ref_v)
result = {}
for number, change in enumerate((("L", 200), ("diam", 0.7), ("Ra", 300), ("cm", 2))):
    h.finitialize(-65)
    h.continuerun(5)
    result[f"v{number}"] = v.c()
    setattr(dend, *change)
h.finitialize(-65)
h.continuerun(5)
result["v_last"] = v
