"""A second run overwrites the record; resize(0), record of something else, play_remove."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
vector = h.Vector()
vector.record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(1)
result = {"v_first": vector.c()}
h.finitialize(-50)
h.continuerun(0.5)
result["v_second"] = vector.c()
vector.record(soma(0.5)._ref_m_hh)
h.finitialize(-50)
h.continuerun(0.5)
result["gate"] = vector.c()
vector.play_remove()
h.finitialize(-40)
h.continuerun(0.5)
result["removed"] = vector.c()
vector.resize(0)
result["size"] = vector.size()
