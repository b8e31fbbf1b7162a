"""Random.play draws into a variable at every initialisation and step."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
random = h.Random()
random.Random123(1, 2, 3)
random.normal(0, 1)
random.play(clamp._ref_amp)
v = h.Vector().record(soma(0.5)._ref_v)
amp = h.Vector().record(clamp._ref_amp)
h.finitialize(-65)
h.continuerun(1)
result = {"v": v, "amp": amp}
