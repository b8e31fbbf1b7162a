"""A cell excites and inhibits itself."""

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

soma = cell("soma", 0.3)
up, down = h.ExpSyn(soma(0.5)), h.Exp2Syn(soma(0.5))
down.e = -80
links = [h.NetCon(soma(0.5)._ref_v, up, 0, 0.6, 0.01, sec=soma), h.NetCon(soma(0.5)._ref_v, down, 0, 3, 0.02, sec=soma)]
spikes = h.Vector()
links[0].record(spikes)
h.finitialize(-65)
h.continuerun(60)
result = {"spikes": spikes}
