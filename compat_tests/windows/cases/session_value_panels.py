"""A session file with panels of values sets sections, ions, globals and variables of the model's own."""

import os

from neuron import h

h("create soma")
h("soma { insert hh }")
h("scale = 1")
h("strdef name")
print(h.load_file(os.path.join(os.path.dirname(__file__), "..", "models", "value_panels.ses")))
soma = h.soma
print(soma.L, soma.Ra, soma.diam, soma.cm, soma.gnabar_hh, soma.ena, h.celsius, h.usetable_hh, h.scale, h.name)
print(h.ocbox_list_.count(), h.ocbox_, h.List("HBox").count())
h.finitialize(-65)
h.fadvance()
result = {"v": soma(0.5).v, "area": soma(0.5).area()}
