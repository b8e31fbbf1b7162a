"""Times alone, times with the number of each source, many sources into one pair of Vectors."""

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

somas = [cell(f"soma[{k}]", 0.2 + 0.1 * k) for k in range(3)]
links = [h.NetCon(s(0.5)._ref_v, None, sec=s) for s in somas]
alone, times, ids = h.Vector(), h.Vector(), h.Vector()
for k, link in enumerate(links):
    link.record(times, ids, 7 + k)
h.finitialize(-65)
h.continuerun(30)
before = [list(times), list(ids)]
links[0].record(alone)
h.finitialize(-65)
h.continuerun(20)
links[1].record()
h.continuerun(40)
result = {"times": before[0], "ids": before[1], "alone": alone, "later": times, "later_ids": ids}
