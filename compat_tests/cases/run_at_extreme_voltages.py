"""hh at voltages outside its tables' range, where the rates are computed at the edge."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.SEClamp(soma(0.5))
clamp.dur1, clamp.amp1, clamp.dur2, clamp.amp2, clamp.dur3, clamp.amp3, clamp.rs = 1, -150, 1, 130, 1, -100.5, 1e-4
v = h.Vector().record(soma(0.5)._ref_v)
result = {"v": v, **{name: h.Vector().record(getattr(soma(0.5).hh, f"_ref_{name}")) for name in ("m", "h", "n")}}
h.finitialize(-150)
h.continuerun(3)
