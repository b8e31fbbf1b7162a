"""hh and pas with parameters that vary along a cable."""
from neuron import h

h.load_file("stdrun.hoc")
axon = h.Section(name="axon")
axon.L, axon.diam, axon.nseg, axon.Ra = 500, 1.5, 15, 120
axon.insert("hh")
axon.insert("pas")
for seg in axon:
    seg.hh.gnabar = 0.12 * (1.5 - seg.x)
    seg.hh.gkbar = 0.036 * (0.5 + seg.x)
    seg.hh.el = -54.3 - 3 * seg.x
    seg.pas.g = 1e-4 * (1 + seg.x)
    seg.cm = 1 + 0.5 * seg.x
clamp = h.IClamp(axon(0))
clamp.delay, clamp.dur, clamp.amp = 0.5, 0.5, 0.8
traces = {f"v_{n}": h.Vector().record(axon(x)._ref_v) for n, x in enumerate((0, 0.3, 0.7, 1))}
h.finitialize(-65)
h.continuerun(12)
result = traces
