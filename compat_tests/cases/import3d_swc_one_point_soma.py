"""A one-point soma becomes three points; the file has comments, blank lines and real numbers."""
import os
import tempfile

from neuron import h

h.load_file("import3d.hoc")
SWC = """# comment
# another

1 1 10.5 -3.25 2 8.125 -1
2 3 10.5 6 2 1.5 1
3 3 12 40 4 1.0 2
4 3 25 80 9 0.5 3
5 3 1 85 -4 0.25 3
6 2 10.5 -13 2 0.5 1
7 2 10 -113 2 0.5 6
"""

class Cell:
    def __str__(self):
        return "Cell"

cell = Cell()
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("cell.swc", "w") as file:
        file.write(SWC)
    reader = h.Import3d_SWC_read()
    reader.input("cell.swc")
    os.chdir("/")
h.Import3d_GUI(reader, 0).instantiate(cell)
lines = [f"{sec} {sec.parentseg()} {sec.n3d()}" for sec in cell.all]
points = [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i), sec.arc3d(i)] for sec in cell.all for i in range(sec.n3d())]
result = {"lines": lines, "points": points, "lengths": [sec.L for sec in cell.all], "areas": [seg.area() for sec in cell.all for seg in sec.allseg()]}
