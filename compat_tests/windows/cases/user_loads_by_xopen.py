"""A session file read by xopen into a model that has its own run and init."""
import os

from neuron import h

path = os.path.join(os.path.dirname(__file__), "..", "models", "run_control.ses")
h(f"""
load_file("nrngui.hoc")
create soma
access soma
soma {{ L = 12  diam = 12  insert hh }}
n_init = 0
proc init() {{
  n_init += 1
  finitialize(v_init)
}}
n_advance = 0
proc advance() {{
  fadvance()
  n_advance += 1
}}
xopen("{path}")
run()
print n_init, n_advance, t, graphList[0].count
""")
result = {"v": h.soma(0.5).v}
