"""VClamp, the two-electrode clamp with its amplifier."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.VClamp(soma(0.5))
for level, (duration, amplitude) in enumerate(((1, -65), (2, -10), (2, -70))):
    clamp.dur[level], clamp.amp[level] = duration, amplitude
v = h.Vector().record(soma(0.5)._ref_v)
i = h.Vector().record(clamp._ref_i)
h.finitialize(-65)
h.continuerun(7)
result = {"v": v, "i": i, "dur": [clamp.dur[k] for k in range(3)], "settings": [clamp.gain, clamp.rstim, clamp.tau1, clamp.tau2]}
