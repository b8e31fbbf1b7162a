"""A spike passes through cells within one step where delays are zero."""

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

source = cell("source", 0.4)
cells = [h.IntFire1() for _ in range(6)]
links = [h.NetCon(source(0.5)._ref_v, cells[0], 0, 0, 1.5, sec=source)]
links += [h.NetCon(a, b, 0, 0, 1.5) for a, b in zip(cells, cells[1:])]
for i, c in enumerate(cells):
    link = h.NetCon(c, None)
    link.record(times, ids, i)
    links.append(link)
h.finitialize(-65)
h.continuerun(40)
result = {"times": times, "ids": ids}
