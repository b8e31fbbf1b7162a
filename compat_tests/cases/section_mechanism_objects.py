"""Mechanism and range variable objects: names, ions, segments, values."""
from neuron import h

dend = h.Section(name="dend")
dend.nseg = 3
dend.insert("hh")
lines = []
for mechanism in dend(0.4):
    lines.append(f"{mechanism} {mechanism.name()} {mechanism.is_ion()} {mechanism.segment()}")
    for variable in mechanism:
        lines.append(f"{variable.name()} of {variable.mech()} = {variable[0]:g}")
variable = next(v for v in dend(0.4).hh if v.name() == "gnabar_hh")
variable[0] = 0.5
lines += [str(dend(0.5).gnabar_hh), str(bool(dend)), str(dend(0.5) in dend), str(h.hh), str(dend.is_pysec()), str(dend.cell())]
result = {"lines": lines, "gnabar": [seg.gnabar_hh for seg in dend]}
