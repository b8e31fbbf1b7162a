"""frecord_init restarts the recordings in the middle of a run."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
v = h.Vector().record(soma(0.5)._ref_v)
t = h.Vector().record(h._ref_t)
h.finitialize(-60)
h.continuerun(1)
result = {"size_first": v.size()}
h.frecord_init()
h.continuerun(2)
result.update(v=v, t=t)
