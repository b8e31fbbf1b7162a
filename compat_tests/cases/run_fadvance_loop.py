"""A loop over fadvance that reads v at every step."""
from neuron import h

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.5, 3, 0.5
h.finitialize(-65)
v, t, m, i = [soma(0.5).v], [h.t], [soma(0.5).m_hh], [clamp.i]
while h.t < 8:
    h.fadvance()
    v.append(soma(0.5).v)
    t.append(h.t)
    m.append(soma(0.5).hh.m)
    i.append(clamp.i)
result = {"v": v, "t": t, "m": m, "i": i}
