"""Segments, mechanisms at a segment, the section stack, a section after its deletion."""
s = h.Section(name='s')
s.nseg = 3
s(0.5).v = -60
s.v
s.v = -50
[x.v for x in s.allseg()]
s.diam = 3
s(0.5).diam = 5
s.diam
[x.diam for x in s]
([x.x for x in s], [x.x for x in s.allseg()])
(s == s, s == 3, s != s, s < h.Section(), hash(s) == hash(s))
s(0.5) in s
s in s
s(0.5).x = 0.4
s(0.5).sec = s
(s(0.5).area(), s(0.5).ri(), s(0.5).volume())
(s(0).ri(), s(1).ri(), s(1).volume())
s.psection()
s(0.5).point_processes()
ic = h.IClamp(s(0.5))
(s(0.5).point_processes(), s(0.1).point_processes())
(list(s(0.5)), [m.name() for m in s(0.5)])
s.insert('hh')
([m.name() for m in s(0.5)], [str(m) for m in s(0.5)])
([str(m) for m in s(0)], [str(m) for m in s(1)])
([type(v) for v in s(0.5).hh], [str(v) for v in s(0.5).hh])
[(v.name(), v[0], v.mech(), len(v)) for v in s(0.5).hh]
(s(0.5).hh.is_ion(), s(0.5).na_ion.is_ion(), s(0.5).hh.segment(), s(0.5).hh.name())
(s.has_membrane('hh'), s.has_membrane('pas'), s.has_membrane('foo'), s.has_membrane(3))
s.has_membrane(h.hh)
s.uninsert('hh')
s.uninsert('foo')
s.uninsert(3)
[m.name() for m in s(0.5)]
(s.is_pysec(), s.cell(), s.same(s), s.same(3), s.n3d(), s.orientation(), s.parentseg(), s.trueparentseg(), s.children(), s.subtree(), s.wholetree())
s.push()
h.cas()
h.pop_section()
h.pop_section()
h.push_section('s')
h.pop_section()
s.foo()
'x' in s
s.insert()
s.connect()
h.secname()
h.secname(sec=s)
h.secname(sec=3)
h.secname(foo=3)
h.secname(3)
h.delete_section(sec=s)
s.v
s
s.L
s(0.5)
s.name()
ic.amp
ic.get_segment()
s.connect(s)
h.cas()
x = h.Section(name='z')
g = x(0.5)
h.delete_section(sec=x)
g.v
g
g.x
g.sec
g.hh
repr(x)
x == x
x.nseg
for q in x:
    pass
x.insert('hh')
