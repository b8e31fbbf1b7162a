"""Twenty-five driven cells with six random connections each, excitatory and inhibitory."""

from neuron import h

h.load_file("stdrun.hoc")
import random


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

times, ids = h.Vector(), h.Vector()

random.seed(3)
n = 25
somas = [cell(f"soma[{i}]", 0.1 + 0.2 * random.random()) for i in range(n)]
excitation, inhibition = [h.ExpSyn(s(0.5)) for s in somas], [h.Exp2Syn(s(0.5)) for s in somas]
for synapse in inhibition:
    synapse.e, synapse.tau2 = -80, 6
links = []
for i in range(n):
    for _ in range(6):
        j = random.randrange(n)
        synapse, weight = (excitation[i], 0.002) if j < 20 else (inhibition[i], 0.01)
        links.append(h.NetCon(somas[j](0.5)._ref_v, synapse, 0, random.uniform(0.5, 6), weight, sec=somas[j]))
for i, s in enumerate(somas):
    out = h.NetCon(s(0.5)._ref_v, None, sec=s)
    out.record(times, ids, i)
    links.append(out)
h.finitialize(-65)
h.continuerun(60)
result = {"times": times, "ids": ids}
