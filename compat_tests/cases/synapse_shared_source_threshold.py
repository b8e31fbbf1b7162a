"""NetCons on one source share one threshold and one record Vector: the last setting wins."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1, 150
first = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
second = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
first.threshold = 0
second.threshold = -30
spikes_first, spikes_second = h.Vector(), h.Vector()
first.record(spikes_first)
second.record(spikes_second)
h.finitialize(-65)
h.continuerun(6)
result = {"thresholds": [first.threshold, second.threshold], "spikes_first": spikes_first, "spikes_second": spikes_second}
