"""Thirty equal cells with different currents: each keeps its own trace."""
from neuron import h

h.load_file("stdrun.hoc")
somas, clamps, final = [], [], []
for number in range(30):
    soma = h.Section(name=f"soma{number}")
    soma.L = soma.diam = 15
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 5, 0.02 * number
    somas.append(soma)
    clamps.append(clamp)
traces = {f"v_{number}": h.Vector().record(somas[number](0.5)._ref_v, 0.1) for number in (0, 5, 12, 29)}
h.finitialize(-65)
h.continuerun(12)
result = dict(traces, v_final=[soma(0.5).v for soma in somas])
