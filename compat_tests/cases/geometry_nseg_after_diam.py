"""A higher nseg copies each old segment's values to the new ones nearest to it."""
from neuron import h

dend = h.Section(name="dend")
dend.L = 100
dend.nseg = 3
dend.insert("hh")
for number, seg in enumerate(dend):
    seg.diam = number + 1
    seg.gnabar_hh = 0.1 * (number + 1)
    seg.v = -60 - number
    seg.cm = 1 + number
result = {}
for nseg in (9, 5, 4, 1, 3, 7):
    dend.nseg = nseg
    result[f"values_{nseg}"] = [[seg.x, seg.diam, seg.gnabar_hh, seg.v, seg.cm, seg.area()] for seg in dend.allseg()]
