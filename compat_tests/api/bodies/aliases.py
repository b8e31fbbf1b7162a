"""Aliases of objects, seen from Python."""
h.load_file("stdlib.hoc")
h("begintemplate Aliased\npublic x\nproc init() { x = 7 }\nendtemplate Aliased\n")
a = h.Aliased()
b = h.Aliased()
f = h.StringFunctions()
f.alias(a, "y", a._ref_x)
a.y
a.y = 3
(a.x, a.y, a._ref_y[0])
f.alias(a, "other", b)
a.other
a.other.x
a._ref_other
[s.s for s in f.alias_list(a)]
v = h.Vector(3)
f.alias(v, "now", h._ref_t)
v.now
s = h.Section(name='s')
i = h.IClamp(s(0.5))
f.alias(i, "strength", i._ref_amp)
i.strength = 2
i.amp
f.alias(i, "place", s)
i.place
f.alias(a, "y")
a.y
f.alias(a)
a.other
f.alias()
f.alias(a, 3)
f.alias(a, "z", 3.0)
r = h.SectionRef(sec=s)
(r.unname(), r.rename('b'), s.name())
