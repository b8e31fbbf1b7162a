"""ParallelContext.psolve steps like continuerun."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1, 80
v = h.Vector().record(soma(0.5)._ref_v)
context = h.ParallelContext()
context.set_maxstep(10)
h.finitialize(-65)
context.psolve(3.01)
result = {"v_psolve": v.c(), "t_psolve": h.t}
