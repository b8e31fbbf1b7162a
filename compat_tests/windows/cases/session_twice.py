"""A session file loaded a second time by its number makes its windows again."""

import os

from neuron import h

h("create soma")
h("soma insert hh")
path = os.path.join(os.path.dirname(__file__), "..", "models", "run_control.ses")
print(h.load_file(path), h.load_file(path), h.graphList[0].count())
print(h.load_file(1, path), h.graphList[0].count(), h.xopen(path), h.graphList[0].count())
