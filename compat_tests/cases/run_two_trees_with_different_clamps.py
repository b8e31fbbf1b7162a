"""Clamped, free and unconnected sections in one run keep out of each other's way."""
from neuron import h

h.load_file("stdrun.hoc")
free, clamped, driven, empty = (h.Section(name=name) for name in ("free", "clamped", "driven", "empty"))
for sec in (free, clamped, driven):
    sec.L = sec.diam = 20
    sec.insert("hh")
voltage_clamp = h.SEClamp(clamped(0.5))
voltage_clamp.dur1, voltage_clamp.amp1, voltage_clamp.rs = 10, -30, 0.01
current_clamp = h.IClamp(driven(0.5))
current_clamp.delay, current_clamp.dur, current_clamp.amp = 1, 2, 0.5
into_nothing = h.IClamp(empty(0.5))
into_nothing.delay, into_nothing.dur, into_nothing.amp = 1, 1, 1
result = {f"v_{sec}": h.Vector().record(sec(0.5)._ref_v) for sec in (free, clamped, driven, empty)}
h.finitialize(-60)
h.continuerun(5)
