"""APCount with its threshold, count, last time and recording Vector; two on one cell."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 40, 0.4
low, high = h.APCount(soma(0.5)), h.APCount(soma(0.5))
low.thresh, high.thresh = -40, 35
spikes_low, spikes_high = h.Vector(), h.Vector()
low.record(spikes_low)
high.record(spikes_high)
h.finitialize(-65)
h.continuerun(50)
result = {
    "spikes_low": spikes_low.c(),
    "spikes_high": spikes_high.c(),
    "counts": [low.n, high.n, low.firing, high.firing],
    "times": [low.time, high.time],
    "default_threshold": h.APCount(soma(0.5)).thresh,
}
h.finitialize(-65)
h.continuerun(10)
result.update(spikes_again=spikes_low, counts_again=[low.n, high.n])
