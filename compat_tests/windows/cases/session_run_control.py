"""A session file with RunControl and two Graphs sets its values and runs."""

import os

from neuron import h

h("create soma")
h("soma { L = 12  diam = 12  insert hh }")
print(h.load_file(os.path.join(os.path.dirname(__file__), "..", "models", "run_control.ses")))
names = "v_init runStopAt runStopIn t tstop dt steps_per_ms screen_update_invl realtime"
print([(name, getattr(h, name)) for name in names.split()])
print([graphs.count() for graphs in h.graphList], h.save_window_, h.scene_vector_, h.ocbox_list_.count(), h.ocbox_)
v = h.Vector().record(h.soma(0.5)._ref_v)
h.run()
print(h.t, h.nstep_steprun, [graphs.count() for graphs in h.graphList])
result = {"v": v}
