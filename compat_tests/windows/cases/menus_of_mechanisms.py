"""Menus that show mechanisms and point processes return 1."""

from neuron import h

soma = h.Section(name="soma")
clamp = h.IClamp(soma(0.5))
for name in ["nrnpointmenu", "nrnsecmenu", "nrnmechmenu", "nrnglobalmechmenu", "nrnallsectionmenu", "nrnallpointmenu"]:
    print(name, getattr(h, name)(), getattr(h, name)(clamp), getattr(h, name)(0.5, 1))
