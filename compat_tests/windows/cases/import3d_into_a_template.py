"""Import3d_GUI.instantiate into an object of a hoc template: arrays, lists, names, points and connections."""
import os
import tempfile

from neuron import h

h.load_file("stdlib.hoc")
h.load_file("import3d.hoc")
h("""
begintemplate Cell
public soma, dend, axon, apic, all, somatic, basal, apical, axonal
create soma[1], dend[1], axon[1], apic[1]
objref all, somatic, basal, apical, axonal, this
proc init() {
  all = new SectionList()
  somatic = new SectionList()
  basal = new SectionList()
  apical = new SectionList()
  axonal = new SectionList()
  forall delete_section()
  if (numarg() == 1) load($s1)
}
proc load() { localobj reader, gui
  reader = new Import3d_SWC_read()
  reader.quiet = 1
  reader.input($s1)
  gui = new Import3d_GUI(reader, 0)
  gui.instantiate(this)
}
endtemplate Cell
objref first, second
""")
lines = """1 1 0 0 0 10 -1
2 1 0 10 0 10 1
3 1 0 -10 0 10 1
4 3 10 0 0 1 1
5 3 20.123456789 0 0 1 4
6 3 30 10 0 0.8 5
7 3 30 -10 0.3333333 0.7 5
8 4 0 20 0 2 2
9 4 0 100 0 2 8
10 2 0 -20 0 1 3
11 2 0 -40 5 .5 10
"""
path = os.path.join(tempfile.mkdtemp(), "cell.swc")
with open(path, "w") as file:
    file.write(lines)
h("first = new Cell()")
reader = h.Import3d_SWC_read()
reader.input(path)
print(h.Import3d_GUI(reader, 0).instantiate(h.first))
h(f'second = new Cell("{path}")')
result = {}
for cell in (h.first, h.second):
    for name in "all somatic basal apical axonal".split():
        print(cell, name, [section.name() for section in getattr(cell, name)])
    for section in cell.all:
        print(section, section.parentseg(), section.cell() == cell, section.n3d())
        result[section.name()] = [
            [section.x3d(i), section.y3d(i), section.z3d(i), section.diam3d(i)] for i in range(section.n3d())
        ]
