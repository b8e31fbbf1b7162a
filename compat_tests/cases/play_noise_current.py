"""A noise current from Random123 through a played Vector onto an HH cell."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
random = h.Random()
random.Random123(4, 5, 6)
random.normal(0.1, 0.2)
noise = h.Vector(801)
noise.setrand(random)
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
noise.play(clamp._ref_amp, h.dt)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(20)
result = {"v": v, "noise": noise}
