"""pt3dinsert, pt3dchange, pt3dremove, pt3dclear, pt3dstyle and spine3d."""
from neuron import h

def points(sec):
    return [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i), sec.spine3d(i)] for i in range(sec.n3d())]

dend = h.Section(name="dend")
for x in range(4):
    dend.pt3dadd(10 * x, 0, 0, 1 + x)
result = {"start": points(dend), "L_start": dend.L}
dend.pt3dinsert(1, 5, 5, 0, 9)
result["inserted"], result["L_inserted"] = points(dend), dend.L
dend.pt3dchange(0, 0.25)
dend.pt3dchange(2, 12, 1, 1, 0.75)
result["changed"], result["L_changed"] = points(dend), dend.L
dend.pt3dremove(1)
result["removed"], result["L_removed"] = points(dend), dend.L
dend.pt3dclear()
result["cleared"], result["L_cleared"] = dend.n3d(), dend.L
h.pt3dadd(0, 0, 0, 2, sec=dend)
h.pt3dadd(0, 30, 0, 2, sec=dend)
result["style"] = [h.pt3dstyle(sec=dend), h.pt3dstyle(1, -5, 0, 0, sec=dend), dend.n3d(), dend.L]
result["by_function"] = [h.n3d(sec=dend), h.x3d(1, sec=dend), h.y3d(1, sec=dend), h.arc3d(1, sec=dend), h.diam3d(1, sec=dend)]
