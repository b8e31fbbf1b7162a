"""A cell that starts above threshold spikes at 1e-10, and again on the next crossing."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 8, 1, 200
connection = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
connection.threshold = -20
spikes = h.Vector()
connection.record(spikes)
counter = h.APCount(soma(0.5))
counter.thresh = -20
h.finitialize(20)
h.continuerun(14)
result = {"spikes": spikes, "count": counter.n, "time": counter.time}
