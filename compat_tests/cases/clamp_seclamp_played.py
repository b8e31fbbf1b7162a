"""A voltage waveform played into SEClamp.amp1 (dur1 for ever) commands the cell."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.SEClamp(soma(0.5))
clamp.dur1, clamp.rs = 1e9, 0.01
times = h.Vector([0, 1, 2, 3, 5])
command = h.Vector([-65, -65, 10, -80, -65])
command.play(clamp._ref_amp1, times, 1)
v = h.Vector().record(soma(0.5)._ref_v)
i = h.Vector().record(clamp._ref_i)
h.finitialize(-65)
h.continuerun(6)
result = {"v": v, "i": i}
