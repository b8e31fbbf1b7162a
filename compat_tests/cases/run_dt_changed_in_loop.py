"""dt changed between fadvances acts at once."""
from neuron import h

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 1
h.finitialize(-65)
t, v = [], []
for step in range(150):
    if step == 30:
        h.dt = 0.05
    if step == 90:
        h.dt = 0.005
    h.fadvance()
    t.append(h.t)
    v.append(soma(0.5).v)
result = {"t": t, "v": v}
