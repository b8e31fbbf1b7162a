"""h.psection() prints a section's parameters as hoc would."""
from neuron import h

soma, dend = h.Section(name="soma"), h.Section(name="dend")
dend.connect(soma(1))
dend.L, dend.diam, dend.nseg = 123.456, 1.5, 3
dend.insert("hh")
dend.insert("pas")
dend(0.5).gnabar_hh = 0.3
clamp = h.IClamp(dend(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 2, 3
h.psection(sec=soma)
h.psection(sec=dend)
result = {}
