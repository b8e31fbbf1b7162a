"""After refused calls the model runs as if they had not been made."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1, 1
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(1)
refused = 0
for action in (
    lambda: soma.insert("foo"), lambda: setattr(soma, "nseg", 0), lambda: soma(3), lambda: setattr(clamp, "foo", 2),
    lambda: h.NetCon(1, 2), lambda: setattr(soma, "L", -3), lambda: h.Vector(["a"]), lambda: h.nothing_like_it,
):
    try:
        action()
    except Exception:
        refused += 1
h.continuerun(5)
result = {"v": v, "refused": refused}
