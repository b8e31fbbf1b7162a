"""A session file with an Inserter inserts mechanisms with its values."""

import os

from neuron import h

h("create soma")
print(h.load_file(os.path.join(os.path.dirname(__file__), "..", "models", "inserted.ses")))
soma = h.soma
print(soma.g_pas, soma.e_pas, soma.gnabar_hh, soma.gkbar_hh, [m.name() for m in soma(0.5)])
