"""Import3d_Neurolucida_read: two files of version 1, one as it should be, one with everything that NEURON guesses about."""
import os
import tempfile

from neuron import h

GOOD = """V3 text file written by hand
[41,1] not a point
[2,41] (-5, -5, 0) 0.5
[1,42] (5, -5, 0) 0.5
[1,42] (6, 5.5, 0.1) 0.5
[1,42] (-5, 6, 0) 0.5
[1,42] (-5, -4, 0) 0.5
[2,1] (0, 5, 0) 1.0
[1,2] (0, 20, 0) 0.9
[1,2] (0, 30, 1.25) 0.8
[10,5] (0, 40, 2) 0.7
[1,2] (0, 40, 2) 0.7
[1,2] (10.1, 50, 2) 0.6
[1,2] (20, 60, 3) 0.5
[2,2] (0, 40, 2) 0.7
[1,2] (-10, 50, 2) 0.45
[1,2] (-20, 66.6, 3) 0.35
[2,21] (0, -5.2, 0) 0.3
[1,22] (0, -20, 0) 0.3
[1,22] (0, -70, 5) 0.2
[2,61] (30, 0, 0) 0.8
[1,62] (60, 0, 0) 0.8
[10,5] (90, 0, 7) 0.8
[1,62] (91, 1, 7) 0.8
[1,62] (120, 20, 7) 0.6
[2,62] (90, 0, 9) 0.5
[1,62] (100, -20, 7) 0.5
[2,2] (-20, 66.6, 3) 0.3
[1,2] (-40, 80, 3) 0.3
[2,2] (200, 200, 0) 0.3
[1,2] (220, 200, 0) 0.3
[1,2] (230, 210, 1) 0.3
[3,7] (1, 2
"""
BAD = """[2,41] (-5, -5, 0) 0.5
[1,42] (5, -5, 0) 0.5
[1,42] (6, 5.5, 0.1) 0.5
[1,42] (-5, 6, 0) 0.5
[2,1] (0, 5, 0) 1.0
[1,2] (0, 30, 1.25) 0.8
[10,5] (0, 40, 2) 0.7
[1,2] (0.5, 40, 2.5) 0.7
[1,2] (10.1, 50, 2) 0.6
[10,5] (20, 60, 3) 0.5
[1,2] (20, 60, 8) 0.5
[1,2] (30, 60, 8) 0.5
[2,2] (0, 40, 30) 0.7
[1,2] (-10, 50, 32) 0.45
[2,2] (300, 40, 30) 0.7
[1,2] (310, 50, 32) 0.45
[2,99] (0, 0, 0) 1
[1,99] (0, 0, 9) 1
[2,1] (-5.4, 6.2, 0) 1
[1,2] (-50.4, 60.2, 0) 1

garbage line
[2,1] (1e2, -.5, +3.) 1
"""
h.load_file("stdlib.hoc")
h.load_file("import3d.hoc")
os.chdir(tempfile.mkdtemp())
result = {}
for name, text in (("good.asc", GOOD), ("bad.asc", BAD)):
    with open(name, "w") as file:
        file.write(text)
    reader = h.Import3d_Neurolucida_read()
    print(reader.input(name), reader.err, reader.filetype, reader.sections.count())
    for s in reader.sections:
        print(s, s.id, s.type, s.first, s.parentx, s.parentsec, s.iscontour_, s.raw.ncol(), list(s.d))
    print(list(reader.type), list(reader.points), list(reader.point2sec), reader.id2line(3), reader.pt2id(4), reader.sec2pt(2, 1))
    label = h.ref("")
    reader.label(3, label)
    print(label[0])
    h.Import3d_GUI(reader, 0).instantiate(None)
    for section in h.allsec():
        print(section, section.parentseg(), section.n3d())
        points = [[section.x3d(i), section.y3d(i), section.z3d(i), section.diam3d(i)] for i in range(section.n3d())]
        result[f"{name} {section}"] = points
    for section in h.allsec():
        h.delete_section(sec=section)
