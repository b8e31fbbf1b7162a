"""record with a sampling interval: a multiple of dt, a divisor of it, and neither."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1, 0.7
result = {}
for number, interval in enumerate((0.1, 1, 0.025, 0.01, 0.07)):
    result[f"v_{number}"] = h.Vector().record(soma(0.5)._ref_v, interval)
t = h.Vector().record(h._ref_t, 0.07)
result["t"] = t
h.finitialize(-65)
h.continuerun(5)
