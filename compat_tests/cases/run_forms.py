"""run, init, stdinit and tstop: where t ends and what is recorded."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
v = h.Vector().record(soma(0.5)._ref_v)
h.tstop = 3
h.v_init = -58
h.run()
result = {"v_run": v.c(), "t_run": h.t}
h.v_init = -70
h.init()
result["v_init"], result["t_init"] = soma(0.5).v, h.t
h.stdinit()
result["size_stdinit"] = v.size()
h.continuerun(1.01)
result["t_continue"] = h.t
h.tstop = 2.5
h.continuerun(h.tstop)
result["t_tstop"], result["v_continue"] = h.t, v.c()
h.steprun()
result["t_steprun"] = h.t
h.runStopIn = 0.3
result["runStopIn"] = h.runStopIn
h.tstop = 1
h.run()
result["t_last"] = h.t
