"""topology(), psection(), names with cells, what keeps a section alive."""
a = h.Section(name='a')
b = h.Section(name='bb')
c = h.Section(name='c')
a.nseg = 5
b.nseg = 3
c.nseg = 1
b.connect(a(0.5))
c.connect(b(1))
d = h.Section(name='d')
d.nseg = 2
d.connect(a(0))
e = h.Section(name='e')
e.connect(a(1), 1)
e.nseg = 4
f = h.Section(name='f')
f.connect(e(0))
g = h.Section(name='g')
g.connect(e(1))
k = h.Section(name='k')
k.connect(e(0.5))
k.nseg = 10
class Cell:

    def __repr__(self):
        return 'MyCell'
cell = Cell()
m = h.Section(name='m', cell=cell)
m.connect(c(0.5))
(m.name(), str(m), m.cell(), h.secname(sec=m), m.hname(), repr(m(0.5)))
r = h.Section(name='root2')
h.topology()
[str(s) for s in h.allsec()]
a.insert('hh')
a.insert('pas')
a(0.5).g_pas = 0.5
ic = h.IClamp(a(0.5))
ic.amp = 0.3
ic2 = h.IClamp(a(0.5))
es = h.ExpSyn(a(0.1))
h.psection(sec=a)
a.diam = 3
a(0.1).diam = 4
a(0.3).gnabar_hh = 0.5
h.psection(sec=a)
h.psection(sec=m)
h.psection(sec=e)
h.psection(sec=g)
h.sectionname(3)
(h.issection('.*', sec=a), h.issection('A', sec=a), h.issection('', sec=a))
h.ismembrane(3, sec=a)
(h.parent_connection(sec=e), h.section_orientation(sec=e), h.parent_connection(sec=r))
cell2 = Cell()
x = h.Section(name='x', cell=cell2)
del cell2
(x.name(), x.cell())
import gc
p = h.Section(name='p')
q = h.Section(name='q')
q.connect(p)
seg = p(0.5)
del p
[str(s) for s in h.allsec()]
q.parentseg()
del seg
[str(s) for s in h.allsec()]
q.parentseg()
z = h.Section(name='z')
ref = z(0.5)._ref_v
del z
z = h.Section(name='z')
ic = h.IClamp(z(0.5))
del z
(ic.get_segment(), ic.has_loc())
ic.amp
h.secname(sec=a(0.5))
h.cas()
a.push()
b.push()
h.cas()
h.pop_section()
h.cas()
h.pop_section()
h.cas()
(b(0.2).sec, b(0.2) == b(0.2), {b(0.2): 1}[b(0.2)])
z = h.Section(name='z')
z.nseg = 3
z(0.1).v = 1
z(0.5).v = 2
z(0.9).v = 3
rf = z(0.5)._ref_v
rf[0]
z.nseg = 5
rf[0]
[s.v for s in z.allseg()]
z(0.5).v = 9
rf[0]
z.insert('hh')
rm = z(0.5)._ref_m_hh
z(0.5).m_hh = 0.3
rm[0]
z.nseg = 3
rm[0]
z(0.5).m_hh = 0.4
rm[0]
z.uninsert('hh')
