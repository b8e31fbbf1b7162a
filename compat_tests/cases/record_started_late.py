"""A record asked for after finitialize starts with the next initialisation."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
h.finitialize(-65)
h.continuerun(1)
v = h.Vector().record(soma(0.5)._ref_v)
h.continuerun(2)
result = {"size_before": v.size()}
h.finitialize(-65)
h.continuerun(1)
result["v"] = v
