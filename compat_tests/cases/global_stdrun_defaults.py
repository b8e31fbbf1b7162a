"""What load_file("stdrun.hoc") sets: tstop, v_init, steps_per_ms, dt and the rest."""
from neuron import h

before = [hasattr(h, name) for name in ("tstop", "run", "v_init", "continuerun", "finitialize", "lambda_f")]
loaded = [h.load_file("stdrun.hoc"), h.load_file("stdrun.hoc"), h.load_file("stdlib.hoc"), h.load_file("nrngui.hoc")]
names = ["tstop", "v_init", "steps_per_ms", "dt", "t", "runStopAt", "runStopIn", "realtime", "stoprun", "nstep_steprun", "using_cvode_", "stdrun_quiet", "eventcount", "celsius", "secondorder", "running_", "screen_update_invl"]
result = {"before": [str(fact) for fact in before], "loaded": loaded, "values": [getattr(h, name) for name in names]}
