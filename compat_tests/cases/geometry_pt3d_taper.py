"""3-D points in single precision give frusta: area, ri, diam and L at several nseg."""
from neuron import h

areas, resistances, diams, lengths = [], [], [], []
dend = h.Section(name="dend")
points = [(0, 0, 0, 3.3), (10.1, 2.2, 0, 2.7), (31, -4, 5.5, 1.9), (60.7, 8, 1, 2.9), (97.3, 13, -7.7, 0.6)]
for x, y, z, diam in points:
    dend.pt3dadd(x, y, z, diam)
for nseg in (1, 2, 3, 4, 7, 21):
    dend.nseg = nseg
    lengths.append(dend.L)
    for seg in dend.allseg():
        areas.append(seg.area())
        resistances.append(seg.ri())
        diams.append(seg.diam)
result = {
    "areas": areas,
    "resistances": resistances,
    "diams": diams,
    "lengths": lengths,
    "arc": [dend.arc3d(i) for i in range(dend.n3d())],
    "points": [[dend.x3d(i), dend.y3d(i), dend.z3d(i), dend.diam3d(i)] for i in range(dend.n3d())],
}
