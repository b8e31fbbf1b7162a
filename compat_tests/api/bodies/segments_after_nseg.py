"""The order of mechanisms and the life of references when nseg changes."""
s = h.Section(name='s')
s.insert('pas')
s.insert('hh')
[[m.name() for m in x] for x in s]
s.nseg = 3
[[m.name() for m in x] for x in s]
h.psection(sec=s)
s.nseg = 5
[[m.name() for m in x] for x in s]
h.psection(sec=s)
s.nseg = 1
[[m.name() for m in x] for x in s]
h.psection(sec=s)
s.uninsert('pas')
s.insert('pas')
[[m.name() for m in x] for x in s]
u = h.Section(name='u')
u.nseg = 3
u.insert('hh')
u.insert('pas')
e = h.ExpSyn(u(0.1))
i = h.IClamp(u(0.1))
i.amp = 3
h.psection(sec=u)
[[m.name() for m in x] for x in u]
u(0.1).point_processes()
z = h.Section(name='z')
z.nseg = 3
r = [z(x)._ref_v for x in (0, 0.1, 0.5, 0.9, 1)]
for i, q in enumerate(z.allseg()):
    q.v = i
[x[0] for x in r]
z.nseg = 5
for i, q in enumerate(z.allseg()):
    q.v = i
[x[0] for x in r]
z.nseg = 4
for i, q in enumerate(z.allseg()):
    q.v = i
z.nseg = 2
for i, q in enumerate(z.allseg()):
    q.v = i
z.nseg = 7
for i, q in enumerate(z.allseg()):
    q.v = i
y = h.Section(name='y')
y.connect(z(1))
ry = (y(0)._ref_v, z(1)._ref_v)
z(1).v = 44
y.disconnect()
y(0).v = 3
y.connect(z(0.5))
