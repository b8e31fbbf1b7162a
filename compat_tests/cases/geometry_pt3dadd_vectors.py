"""pt3dadd takes four Vectors or sequences at once."""
from neuron import h

dend = h.Section(name="dend")
outcome = []
try:
    dend.pt3dadd([0, 10, 20], [0, 1, 2], [0, 0, 0], [3, 2, 1])
    outcome.append("lists accepted")
except Exception as problem:
    outcome.append(str(problem))
try:
    h.pt3dadd(h.Vector([30, 40]), h.Vector([3, 4]), h.Vector([0, 0]), h.Vector([1, 1]), sec=dend)
    outcome.append("Vectors accepted")
except Exception as problem:
    outcome.append(str(problem))
result = {"outcome": outcome, "n3d": dend.n3d(), "L": dend.L, "x": [dend.x3d(i) for i in range(dend.n3d())]}
