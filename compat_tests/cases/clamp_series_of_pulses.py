"""A train of pulses made by playing a step function into IClamp.amp."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
times, amps = h.Vector([0]), h.Vector([0])
for pulse in range(4):
    times.append(1 + 4 * pulse, 1.5 + 4 * pulse)
    amps.append(2, 0)
amps.play(clamp._ref_amp, times)
v = h.Vector().record(soma(0.5)._ref_v)
i = h.Vector().record(clamp._ref_i)
spikes = h.Vector()
counter = h.APCount(soma(0.5))
counter.record(spikes)
h.finitialize(-65)
h.continuerun(18)
result = {"v": v, "i": i, "spikes": spikes, "n": counter.n}
