"""Weights that depend on the order of spikes: WATCH and FOR_NETCONS."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))


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

soma = cell("soma", 0.1)
synapse = h.StdpSyn(soma(0.5))
stims, links = [], []
for k in range(4):
    stim = h.NetStim()
    stim.start, stim.number, stim.interval, stim.noise = 2 + k, 40, 7 + k, 0.4
    stim.noiseFromRandom123(k, 0, 9)
    stims.append(stim)
    links.append(h.NetCon(stim, synapse, 0, 1 + 0.3 * k, 0.01))
spikes = h.Vector()
out = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
out.record(spikes)
g = h.Vector().record(synapse._ref_g, 0.5)
h.finitialize(-65)
h.continuerun(80)
result = {"spikes": spikes, "g": g, "weights": [[link.weight[k] for k in range(int(link.wcnt()))] for link in links]}
