"""A spike runs round a ring of five cells with gids."""

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

n = 5
pc = h.ParallelContext()
somas = [cell(f"soma[{i}]") for i in range(n)]
synapses, links = [], []
for gid, soma in enumerate(somas):
    pc.set_gid2node(gid, 0)
    pc.cell(gid, h.NetCon(soma(0.5)._ref_v, None, sec=soma))
for gid in range(n):
    synapse = h.ExpSyn(somas[(gid + 1) % n](0.5))
    link = pc.gid_connect(gid, synapse)
    link.weight[0], link.delay = 0.05, 3
    synapses.append(synapse)
    links.append(link)
start = h.NetStim()
start.number, start.start = 1, 2
kick = h.NetCon(start, synapses[-1], 0, 0, 0.05)
times, ids = h.Vector(), h.Vector()
pc.spike_record(-1, times, ids)
pc.set_maxstep(10)
h.finitialize(-65)
pc.psolve(60)
result = {"times": times, "ids": ids, "t": h.t}
