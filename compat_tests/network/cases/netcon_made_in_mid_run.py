"""A connection and a cell that are made between two runs."""

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

times, ids = h.Vector(), h.Vector()

soma = cell("soma", 0.3)
c = h.IntFire1()
links = [h.NetCon(soma(0.5)._ref_v, c, 0, 2, 2, sec=soma), h.NetCon(c, None)]
links[1].record(times, ids, 1)
h.finitialize(-65)
h.continuerun(18)
d = h.IntFire1()
links += [h.NetCon(soma(0.5)._ref_v, d, 0, 1, 2, sec=soma), h.NetCon(d, None)]
links[3].record(times, ids, 2)
h.continuerun(60)
result = {"times": times, "ids": ids}
