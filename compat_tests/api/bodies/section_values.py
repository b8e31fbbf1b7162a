"""What values sections take; names with a cell; volumes; DensityMechanism."""
class Cell:

    def __init__(self):
        self.n = 'A'

    def __repr__(self):
        return self.n
c = Cell()
s = h.Section(name='s', cell=c)
s.name()
c.n = 'B'
s.name()
class D:

    def __str__(self):
        return 'strD'
d = D()
t = h.Section(name='t', cell=d)
t.name()
del d
t.name()
u = h.Section(cell=c)
u.name()
a = h.Section(name='a')
a.nseg = 2
a.pt3dadd(0, 0, 0, 1)
a.pt3dadd(10, 0, 0, 2)
a.pt3dadd(30, 0, 0, 5)
([x.volume() for x in a.allseg()], [x.area() for x in a])
b = h.Section(name='b')
b.nseg = 3
b.connect(a)
h.finitialize(-65)
([x.node_index() for x in a.allseg()], [x.node_index() for x in b.allseg()])
s(0.5).node_index()
a.nseg = 4
([x.volume() for x in a.allseg()], [x.area() for x in a])
(b(0.5) == 3, b(0.5) != 3, b(0.5) != b(0.5))
a.nseg = 1
x = h.Section(name='dend[0]')
x.name()
y = h.Section(name='')
y.name()
for sec in h.allsec():
    sec.L = 3
h.nseg = 7
[s.nseg for s in h.allsec()]
a.psection()['morphology']
s._foo
a.pt3dadd([1, 2], [1, 2], [1, 2], [1, 2])
a.pt3dadd([1, 2], [1, 2], [1, 2], 3)
a.n3d()
import numpy as np
a.pt3dadd(np.array([1.0, 2]), np.array([1.0, 2]), np.array([1.0, 2]), np.array([1.0, 2]))
a.pt3dadd(h.Vector([1, 2]), h.Vector([1, 2]), h.Vector([1, 2]), h.Vector([1, 2]))
a.n3d()
a.pt3dadd([1, 2], [1, 2], [1, 2], [1])
a.L = np.float64(3)
a.L = np.float32(3)
a.nseg = np.int64(3)
a.nseg
a.nseg = 5.0
a.nseg
s.insert('hh').insert('pas')
h.celsius = np.float32(20)
h.celsius
h.hh.insert([s, t])
h.hh.insert(3)
h.pas.uninsert(s)
s.has_membrane('pas')
(s(0.5).hh == s(0.5).hh, s(0.5).hh is s(0.5).hh)
s(0.5).hh.gnabar_hh
s(0.5).hh.gnabar = 'a'
s(0.5).gnabar_hh = 'a'
s.gnabar_hh = 'a'
s(0.5).hh.m = np.float64(0.3)
m = s(0.5).hh
s.uninsert('hh')
m.gnabar
(m.name(), m.segment())
m
