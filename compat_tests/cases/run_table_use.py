"""usetable_hh = 0 computes the rates; the difference shows, and tables come back."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 1
v = h.Vector().record(soma(0.5)._ref_v)
result = {"usetable": [h.usetable_hh]}
for use in (1, 0, 1):
    h.usetable_hh = use
    h.finitialize(-64.3)
    h.continuerun(5)
    result[f"v_{use}"] = v.c()
    result["usetable"].append(h.usetable_hh)
