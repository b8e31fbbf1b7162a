"""Sections named like array elements print and compare as such."""
from neuron import h

dends = [h.Section(name=f"dend[{i}]") for i in range(3)]
for child, parent in zip(dends[1:], dends):
    child.connect(parent(1))
h.topology()
result = {"names": [str(sec) for sec in h.allsec()] + [str(dends[1](0.5)), dends[2].hname()]}
