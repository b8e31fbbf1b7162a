"""uninsert takes the mechanism away and leaves the ions with their values."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
soma.insert(h.pas)
soma.ena = 60
before = [mechanism.name() for mechanism in soma(0.5)]
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-60)
h.continuerun(1)
result = {"v_both": v.c()}
soma.uninsert("hh")
after = [mechanism.name() for mechanism in soma(0.5)]
h.finitialize(-60)
h.continuerun(1)
result.update(v_passive=v.c(), ena=soma.ena, before=before, after=after)
soma.insert("hh")
h.finitialize(-60)
h.continuerun(1)
result.update(v_again=v.c(), ena_again=soma.ena, gnabar_again=soma.gnabar_hh)
