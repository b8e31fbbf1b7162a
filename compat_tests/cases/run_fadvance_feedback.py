"""A dynamic clamp in Python: a current computed from v before every step."""
from neuron import h

soma = h.Section(name="soma")
soma.L = soma.diam = 15
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
h.finitialize(-65)
v = []
while h.t < 10 - h.dt / 2:
    clamp.amp = 0.005 * (-50 - soma(0.5).v) if h.t > 2 else 0
    h.fadvance()
    v.append(soma(0.5).v)
result = {"v": v, "amp": clamp.amp}
