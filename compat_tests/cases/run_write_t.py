"""t written between steps moves the clock, and the clamps with it."""
from neuron import h

soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 2, 1, 5
h.finitialize(-70)
times, v = [], []
for step in range(60):
    if step == 10:
        h.t = 1.9
    h.fadvance()
    times.append(h.t)
    v.append(soma(0.5).v)
result = {"t": times, "v": v}
