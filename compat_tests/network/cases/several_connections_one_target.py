"""Five connections of different delays and weights from one source to one synapse."""

from neuron import h

h.load_file("stdrun.hoc")


def cell(name, drive=0.0, diam=20):
    soma = h.Section(name=name)
    soma.L = soma.diam = diam
    soma.insert("hh")
    if drive:
        clamp = h.IClamp(soma(0.5))
        clamp.delay, clamp.dur, clamp.amp = 1, 1e9, drive
        clamps.append(clamp)
    return soma


clamps = []

a, b = cell("a", 0.2), cell("b")
synapse = h.Exp2Syn(b(0.5))
links = [h.NetCon(a(0.5)._ref_v, synapse, 0, 1 + 0.7 * k, 0.002 * (k + 1), sec=a) for k in range(5)]
spikes = h.Vector()
out = h.NetCon(b(0.5)._ref_v, None, sec=b)
out.record(spikes)
conductance = h.Vector().record(synapse._ref_g)
h.finitialize(-65)
h.continuerun(50)
result = {"spikes": spikes, "g": conductance}
