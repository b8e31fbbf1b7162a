"""Setting L or diam after pt3dadd stretches and reshapes the 3-D points."""
from neuron import h

def points(sec):
    return [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i), sec.arc3d(i)] for i in range(sec.n3d())]

dend = h.Section(name="dend")
dend.pt3dadd(1, 2, 3, 4)
dend.pt3dadd(11, 2, 3, 3)
dend.pt3dadd(11, 22, 3, 1)
result = {"first": points(dend), "first_L": dend.L}
dend.L = 45
result["longer"] = points(dend)
result["longer_area"] = [seg.area() for seg in dend]
dend.nseg = 3
dend.diam = 2.5
result["thick"] = points(dend)
result["thick_area"] = [seg.area() for seg in dend]
dend(0.5).diam = 5
result["bulge"] = points(dend)
result["bulge_area"] = [seg.area() for seg in dend]
result["bulge_ri"] = [seg.ri() for seg in dend.allseg()]
dend.nseg = 5
result["finer_area"] = [seg.area() for seg in dend]
