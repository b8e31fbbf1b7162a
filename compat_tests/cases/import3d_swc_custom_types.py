"""Points of types beyond 4 become sections of names of their own."""
import os
import tempfile

from neuron import h

h.load_file("import3d.hoc")
SWC = """1 1 0 0 0 5 -1
2 1 0 -5 0 5 1
3 1 0 5 0 5 1
4 3 0 5 0 1 1
5 3 0 50 0 1 4
6 7 0 90 0 1 5
7 7 10 120 0 1 6
8 5 -30 70 0 0.5 5
9 7 -60 90 0 0.5 8
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
lines.append(" ".join(sorted(name for name in vars(cell))))
points = [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)] for sec in cell.all for i in range(sec.n3d())]
result = {"lines": lines, "points": points}
