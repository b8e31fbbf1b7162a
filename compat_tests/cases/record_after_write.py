"""Samples that are due at the end of a step are taken in the next one, and see what has been written in between."""

from neuron import h

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.dur, clamp.amp = 100, 0.5
synapse = h.ExpSyn(soma(0.5))
stim = h.NetStim()
stim.start, stim.number, stim.interval = 0.3, 20, 0.21
connection = h.NetCon(stim, synapse, 0, 0, 0.01)

current = h.Vector().record(clamp._ref_i, 0.05)
voltage = h.Vector().record(soma(0.5)._ref_v, 0.05)
conductance = h.Vector().record(synapse._ref_g, 0.05)
gate = h.Vector().record(soma(0.5)._ref_m_hh, h.Vector([0.1, 1.15, 1.2, 3.1499, 3.15, 3.2, 3.25, 3.3, 3.4]))

h.dt = 0.05
h.steps_per_ms = 20
h.tstop = 1.15
h.run()


def write(v, g, m):
    soma(0.5).v, synapse.g, soma(0.5).m_hh = v, g, m


write(-50, 0.01, 0.3)
h.continuerun(h.t + 0.05)
clamp.amp = -0.2
write(-51, 0.011, 0.31)
h.fcurrent()
h.continuerun(h.t + 2)
write(-52, 0.012, 0.32)
for i in range(4):
    h.fadvance()
    write(-53 - i, 0.013, 0.4 + i / 10)
    clamp.amp = 0.1 * i
    print(i, len(current), len(voltage), len(conductance), len(gate))

sizes = [len(current), len(voltage), len(conductance), len(gate)]
