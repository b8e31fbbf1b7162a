"""define_shape gives 3-D points to a tree of cylinders, and keeps L and area."""
from neuron import h

soma = h.Section(name="soma")
dends = [h.Section(name=f"dend{i}") for i in range(4)]
soma.L, soma.diam = 20, 20
for number, dend in enumerate(dends):
    dend.L, dend.diam, dend.nseg = 50 + 20 * number, 1 + number, 1 + 2 * number
dends[0].connect(soma(1))
dends[1].connect(soma(0))
dends[2].connect(dends[0](1))
dends[3].connect(dends[0](0.5))
h.define_shape()
result = {"lengths": [sec.L for sec in h.allsec()]}
for sec in h.allsec():
    result[f"points_{sec}"] = [
        [sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i), sec.arc3d(i)] for i in range(sec.n3d())
    ]
    result[f"areas_{sec}"] = [seg.area() for seg in sec]
