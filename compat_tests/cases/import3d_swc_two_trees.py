"""A file with two roots, and one without a soma."""
import os
import tempfile

from neuron import h

h.load_file("import3d.hoc")
TWO = """1 1 0 0 0 5 -1
2 3 0 5 0 1 1
3 3 0 55 0 1 2
4 1 100 0 0 5 -1
5 3 100 50 0 1 4
6 3 110 90 0 0.5 5
"""
NO_SOMA = """1 3 0 0 0 2 -1
2 3 0 5 0 1 1
3 3 0 55 0 1 2
4 3 30 80 0 0.5 3
5 3 -30 80 0 0.5 3
"""

class Cell:
    def __init__(self, name):
        self.name = name
    def __str__(self):
        return self.name

os.chdir(tempfile.mkdtemp())
lines, points, cells = [], [], []
for name, text in (("two", TWO), ("headless", NO_SOMA)):
    cell = Cell(name)
    with open(f"{name}.swc", "w") as file:
        file.write(text)
    reader = h.Import3d_SWC_read()
    reader.input(f"{name}.swc")
    h.Import3d_GUI(reader, 0).instantiate(cell)
    lines += [f"{sec} {sec.parentseg()} {sec.n3d()}" for sec in cell.all]
    points += [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)] for sec in cell.all for i in range(sec.n3d())]
    cells.append(cell)
result = {"lines": lines, "points": points}
