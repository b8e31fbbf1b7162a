"""Numbers in the names of objects."""
a = h.Vector()
a.hname()
b = h.Vector()
b.hname()
del a
c = h.Vector()
c.hname()
del b
del c
d = h.Vector()
d.hname()
(h.List().hname(), h.List().hname())
s = h.Section(name='s')
i = h.IClamp(s(0.5))
i.hname()
del i
i = h.IClamp(s(0.5))
i.hname()
