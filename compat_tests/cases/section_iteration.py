"""Iterating segments, allseg, mechanisms and their variables, point processes."""
from neuron import h

soma = h.Section(name="soma")
soma.nseg = 4
soma.insert("hh")
soma.insert("pas")
clamp, synapse = h.IClamp(soma(0.1)), h.ExpSyn(soma(0.1))
lines = [str(seg) for seg in soma] + [str(seg) for seg in soma.allseg()]
for mechanism in soma(0.5):
    lines.append(f"{mechanism.name()}: {' '.join(variable.name() for variable in mechanism)}")
for seg in soma:
    lines.append(f"{seg}: {' '.join(str(process) for process in seg.point_processes())}")
lines += [f"{mechanism} {mechanism.segment()}" for mechanism in soma(0.1)]
result = {"lines": lines, "x": [seg.x for seg in soma.allseg()], "n": len(list(soma)), "has": [soma.has_membrane("hh"), soma.has_membrane("ca_ion")]}
