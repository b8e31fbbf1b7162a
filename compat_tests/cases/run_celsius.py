"""celsius scales the HH rates; a change acts when the tables are next looked up."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1, 1
v = h.Vector().record(soma(0.5)._ref_v)
result = {}
for celsius in (6.3, 0, 18.5, 37):
    h.celsius = celsius
    h.finitialize(-65)
    h.continuerun(5)
    result[f"v_{int(celsius)}"] = v.c()
h.celsius = 6.3
h.finitialize(-65)
h.continuerun(2)
h.celsius = 20
h.continuerun(5)
result["v_changed"] = v
