"""Sections, segments, point processes: attributes, and what is refused."""
s = h.Section(name='soma')
u = h.Section()
(str(u), u.name())
v = h.Section('x')
str(v)
(repr(s(0.5)), str(s(0.5)), type(s(0.5)))
s(1.5)
s(-0.1)
s()
(s.nseg, s.L, s.diam, s.Ra, s.cm, s.v, s.rallbranch)
s.insert('hh')
s.insert('nonsense')
s.insert(3)
s.insert(h.pas)
s.insert('na_ion')
(h.hh, type(h.hh))
s.gnabar_hh
(s(0.5).hh, type(s(0.5).hh), str(s(0.5).hh))
s(0.5).hh.gnabar
s(0.5).gnabar_hh
s(0.5).m_hh
s(0).m_hh
s(1).m_hh
(s(0).v, s(1).v, s(0).diam, s(1).diam, s(0).cm, s(0).area(), s(1).area(), s(0.5).area())
s(0.5).foo
s.foo
s.foo = 3
s(0.5).foo = 3
s(0.5).ek
u.ek
u(0.5).ek
u(0.5).gnabar_hh
u.gnabar_hh
u.gnabar_hh = 4
u(0.5).gnabar_hh = 4
u(0.5).hh
s(0.5).hh.foo
s(0.5).hh.foo = 3
s(0.5)._ref_foo
s._ref_v
s(0.5)._ref_m_hh[0]
s(0.5)._ref_v[0]
ic = h.IClamp(s(0.5))
(ic.delay, getattr(ic, 'del'), ic.dur, ic.amp, ic.i)
ic.foo
ic.foo = 3
ic._ref_foo
ic.get_loc()
h.pop_section()
ic.get_segment()
ic.has_loc()
ic.loc(s(0.2))
ic.get_segment()
ic2 = h.IClamp()
ic2.amp
ic2.amp = 3
ic2.get_segment()
ic2.get_loc()
ic2.has_loc()
h.IClamp(3)
h.IClamp('a')
h.IClamp(0.5, sec=s)
h.IClamp(0.5)
h.cas()
ic3 = h.IClamp(0.7, s)
h.IClamp(s)
h.foo
h.foo = 3
(h.t, h.dt, h.celsius, h.secondorder)
h.tstop
h.run
h.tstop = 3
h.celsius = 'a'
h.t = None
h.Section(3)
h.Section(name=3)
h.Section(cell=3)
del s.L
s.L = 'a'
s.L = -1
s.L = 0
s.nseg = 0
s.nseg = -1
s.nseg = 2.5
s.nseg = 'a'
s.nseg = 40000
s.Ra = 0
s.diam = 0
s.diam
s.diam = -3
s.cm = 'a'
s.v = 'a'
s.name = 'x'
