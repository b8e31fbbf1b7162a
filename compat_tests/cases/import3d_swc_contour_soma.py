"""A soma of several points, with branches on its middle and end, is cut where they hang."""
import os
import tempfile

from neuron import h

h.load_file("import3d.hoc")
SWC = """# a stack of soma points
1 1 0 0 0 4 -1
2 1 0 4 0 6 1
3 1 0 8 0 7 2
4 1 0 13 0 3 3
5 3 0 20 0 1 4
6 3 0 60 0 0.5 5
7 3 12 8 0 0.8 3
8 3 50 20 0 0.4 7
9 2 0 -10 0 0.5 1
10 2 0 -60 0 0.5 9
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
