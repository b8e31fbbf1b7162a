"""SEClamp: three levels, its series resistance, and freedom after the last."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.SEClamp(soma(0.5))
clamp.dur1, clamp.amp1 = 1, -65
clamp.dur2, clamp.amp2 = 3, 0
clamp.dur3, clamp.amp3 = 2, -80
clamp.rs = 0.5
v = h.Vector().record(soma(0.5)._ref_v)
i = h.Vector().record(clamp._ref_i)
vc = h.Vector().record(clamp._ref_vc)
h.finitialize(-65)
h.continuerun(9)
result = {"v": v, "i": i, "vc": vc, "defaults": [getattr(h.SEClamp(soma(0.5)), name) for name in ("rs", "dur1", "amp1", "dur3")]}
