"""Import3d reads an SWC file with a three-point soma into a Python cell: names, order, points."""
import os
import tempfile

from neuron import h

h.load_file("import3d.hoc")
SWC = """# a small cell
1 1 0 0 0 5 -1
2 1 0 -5 0 5 1
3 1 0 5 0 5 1
4 3 0 5 0 1 1
5 3 3 50 0 1.3 4
6 3 20 90 5 0.4 5
7 3 -20 80 -5 0.7 5
8 3 -40 120 -9 0.2 7
9 4 0 -5 0 1.6 1
10 4 2 -60 0 0.5 9
11 2 5 0 0 0.3 1
12 2 60 10 0 0.3 11
13 2 90 11 1 0.2 12
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
gui = h.Import3d_GUI(reader, 0)
gui.instantiate(cell)
h.topology()
lines = [f"{sec} {sec.parentseg()} {sec.n3d()} {sec.nseg} {sec.orientation()}" for sec in cell.all]
lines += [f"{name} {len(getattr(cell, name))}" for name in ("soma", "axon", "dend", "apic")]
points = [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i), sec.arc3d(i)] for sec in cell.all for i in range(sec.n3d())]
result = {"lines": lines, "points": points, "lengths": [sec.L for sec in cell.all], "areas": [seg.area() for sec in cell.all for seg in sec.allseg()]}
