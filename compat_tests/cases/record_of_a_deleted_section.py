"""A section deleted between two runs: its recording stays as it was, the others go on."""
from neuron import h

h.load_file("stdrun.hoc")
soma, dend = h.Section(name="soma"), h.Section(name="dend")
dend.connect(soma(1))
for sec in (soma, dend):
    sec.insert("hh")
v_soma, v_dend = h.Vector().record(soma(0.5)._ref_v), h.Vector().record(dend(0.5)._ref_v)
h.finitialize(-60)
h.continuerun(1)
result = {"v_soma_1": v_soma.c(), "v_dend_1": v_dend.c()}
h.delete_section(sec=dend)
h.finitialize(-60)
h.continuerun(0.5)
result.update(v_soma_2=v_soma.c(), sizes=[v_soma.size(), v_dend.size()])
