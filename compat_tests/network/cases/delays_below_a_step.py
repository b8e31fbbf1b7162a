"""Delays of fractions of a step, onto cells that tell when their events came."""

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

source = cell("source", 0.3)
links, cells = [], []
for k, delay in enumerate([0, 0.001, 0.0125, 0.0126, 0.02, 0.025, 0.03, 0.0375]):
    c = h.IntFire1()
    c.refrac = 1
    links.append(h.NetCon(source(0.5)._ref_v, c, 0, delay, 1.2, sec=source))
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
    cells.append(c)
h.finitialize(-65)
h.continuerun(45)
result = {"times": times, "ids": ids}
