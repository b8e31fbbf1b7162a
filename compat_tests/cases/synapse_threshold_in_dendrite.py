"""Spike detectors along a dendrite see the spike pass, each at its own threshold."""
from neuron import h

h.load_file("stdrun.hoc")
axon = h.Section(name="axon")
axon.L, axon.diam, axon.nseg = 1500, 2, 31
axon.insert("hh")
clamp = h.IClamp(axon(0))
clamp.delay, clamp.dur, clamp.amp = 0.5, 0.5, 2
result, keep = {}, []
for number, (x, threshold) in enumerate(((0, 0), (0.25, -20), (0.5, 10), (0.5, 10), (0.75, 30), (1, 0), (0.9, 200))):
    connection = h.NetCon(axon(x)._ref_v, None, sec=axon)
    connection.threshold = threshold
    spikes = h.Vector()
    connection.record(spikes)
    keep.append(connection)
    result[f"spikes_{number}"] = spikes
h.finitialize(-65)
h.continuerun(10)
