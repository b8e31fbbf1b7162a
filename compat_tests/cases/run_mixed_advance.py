"""fadvance, continuerun and psolve take turns on one clock."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 5, 0.6
v, t = h.Vector().record(soma(0.5)._ref_v), h.Vector().record(h._ref_t)
h.finitialize(-65)
clock = []
for turn in range(8):
    for _ in range(turn):
        h.fadvance()
    clock.append(h.t)
    h.continuerun(h.t + 0.3)
    clock.append(h.t)
result = {"v": v, "t": t, "clock": clock}
