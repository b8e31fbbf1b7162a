"""A loop over fadvance that writes between the steps: v, a gate, a conductance, a clamp."""
from neuron import h

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
recorded = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
v = []
for step in range(240):
    if step == 20:
        soma(0.5).v = -40
    if step == 60:
        soma(0.5).hh.m = 0.5
    if step == 100:
        soma(0.5).gnabar_hh = 0.2
    if step == 140:
        clamp.amp = 0.4
    if step == 180:
        h.celsius = 12
    if step == 200:
        soma.cm = 2
    h.fadvance()
    v.append(soma(0.5).v)
result = {"v": v, "v_recorded": recorded, "t": h.t}
