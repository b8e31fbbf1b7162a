"""A three-point soma whose second and third points carry branches becomes two sections."""
import os
import tempfile

from neuron import h

h.load_file("import3d.hoc")
SWC = """1 1 0 0 0 5 -1
2 1 0 -5 0 5 1
3 1 0 5 0 5 1
4 3 0 10 0 1 3
5 3 0 50 0 1 4
6 4 0 -10 0 1 2
7 4 0 -60 0 .5 6
"""

class Cell:
    def __str__(self):
        return "Cell"

cell = Cell()
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "cell.swc")
    with open(path, "w") as file:
        file.write(SWC)
    reader = h.Import3d_SWC_read()
    reader.input(path)
h.Import3d_GUI(reader, 0).instantiate(cell)
lines = [f"{sec} {sec.parentseg()} {sec.n3d()}" for sec in cell.all]
points = [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i), sec.arc3d(i)] for sec in cell.all for i in range(sec.n3d())]
result = {"lines": lines, "points": points, "lengths": [sec.L for sec in cell.all]}
