"""A session file with RunControl, a Graph, a PointProcessManager, a Shape and an Electrode."""

import os

from neuron import h

h("create soma")
h("access soma")
h("soma { L = 10  diam = 10  insert hh }")
print(h.load_file(os.path.join(os.path.dirname(__file__), "..", "models", "session_of_one_cell.ses")))
for clamp in h.List("IClamp"):
    print(clamp, clamp.delay, clamp.dur, clamp.amp, clamp.get_segment())
for clamp in h.List("VClamp"):
    print(clamp, list(clamp.dur), list(clamp.amp), clamp.get_segment())
for name in ["Graph", "PointProcessManager", "Electrode", "MechanismStandard", "MechanismType"]:
    print(name, [str(item) for item in h.List(name)])
v = h.Vector().record(h.soma(0.5)._ref_v)
h.run()
result = {"v": v, "t": h.t}
