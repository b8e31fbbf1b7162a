"""A function is called at every spike and may change the connections."""

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

a, b = cell("a", 0.3), cell("b")
synapse = h.ExpSyn(b(0.5))
link = h.NetCon(a(0.5)._ref_v, synapse, 0, 1, 0.001, sec=a)
out = h.NetCon(b(0.5)._ref_v, None, sec=b)
spikes, heard = h.Vector(), []
out.record(spikes)


def hear():
    heard.append(h.t)
    link.weight[0] = 0.004 * len(heard)


link.record(hear)
h.finitialize(-65)
h.continuerun(60)
result = {"heard": heard, "spikes": spikes, "weight": link.weight[0]}
