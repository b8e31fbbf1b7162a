"""Hodgkin and Huxley's patch: 40 ms of repetitive firing."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 10
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 2, 35, 0.05
v = h.Vector().record(soma(0.5)._ref_v)
watch = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
spikes = h.Vector()
watch.record(spikes)
h.finitialize(-65)
h.continuerun(40)
result = {"v": v, "spikes": spikes}
