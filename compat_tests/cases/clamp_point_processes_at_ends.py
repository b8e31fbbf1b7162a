"""Clamps and synapses at x = 0 and 1, at the end of a parent where a child begins."""
from neuron import h

h.load_file("stdrun.hoc")
parent, child = h.Section(name="parent"), h.Section(name="child")
child.connect(parent(1))
for sec in (parent, child):
    sec.L, sec.diam, sec.nseg = 100, 2, 3
    sec.insert("pas")
clamps = []
for number, segment in enumerate((parent(0), parent(1), child(0), child(1))):
    clamp = h.IClamp(segment)
    clamp.delay, clamp.dur, clamp.amp = 1 + number, 0.5, 0.1
    clamps.append(clamp)
alpha = h.AlphaSynapse(child(1))
alpha.onset, alpha.tau, alpha.gmax = 5, 0.3, 0.01
result = {f"v_{n}": h.Vector().record(seg._ref_v) for n, seg in enumerate((parent(0), parent(0.5), parent(1), child(0), child(0.9), child(1)))}
h.finitialize(-70)
h.continuerun(8)
