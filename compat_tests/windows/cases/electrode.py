"""Electrode: a current clamp and a voltage clamp of which one is on."""

from neuron import h

h.load_file("nrngui.hoc")
h.load_file("electrod.hoc")
s = h.Section(name="s")
s.insert("hh")
e = h.Electrode(0)
print(e, e.v1, e.stim, e.stim.delay, e.stim.dur, e.stim.amp, e.vc, list(e.vc.dur), list(e.vc.amp))
print(h.List("IClamp").count(), h.List("VClamp").count(), e.stim.get_segment(), e.vc.get_segment())
