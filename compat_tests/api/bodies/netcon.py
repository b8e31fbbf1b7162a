"""NetCon: construction, attributes, sources, life; artificial cells, APCount, CVode."""
s = h.Section(name='s')
s.insert('hh')
syn = h.ExpSyn(s(0.5))
nc = h.NetCon(s(0.5)._ref_v, syn, sec=s)
(nc, type(nc), nc.threshold, nc.delay, nc.weight[0], len(nc.weight), nc.wcnt(), nc.active(), nc.valid(), nc.x, nc.srcgid())
nc.weight = 3
nc.weight[0] = 3
nc.weight[1]
nc.weight
nc.delay = -1
nc.delay = 'a'
nc.delay
nc.delay = 2
nc.threshold = -20
(nc.threshold, nc.x)
nc2 = h.NetCon(s(0.5)._ref_v, syn, sec=s)
nc2.threshold
nc2.threshold = 0
nc.threshold
nc3 = h.NetCon(s(0.5)._ref_v, syn, 5, 2, 0.1, sec=s)
(nc3.threshold, nc3.delay, nc3.weight[0], nc.threshold)
nc4 = h.NetCon(None, syn)
(nc4, nc4.threshold, nc4.pre(), nc4.valid(), nc4.preseg(), nc4.preloc(), nc4.precell())
nc4.threshold = 3
nc4.threshold
nc5 = h.NetCon(None, None)
nc6 = h.NetCon(s(0.5)._ref_v, None, sec=s)
(nc6.valid(), nc6.syn(), nc6.preseg(), nc6.preloc(), nc6.threshold)
h.cas()
h.pop_section()
ns = h.NetStim()
(ns, ns.interval, ns.number, ns.start, ns.noise)
nc7 = h.NetCon(ns, syn)
(nc7.pre(), nc7.syn(), nc7.preseg(), nc7.postseg(), nc7.threshold, nc7.valid())
(nc7.preloc(), nc7.postloc())
h.pop_section()
h.NetCon(s(0.5), syn)
h.NetCon(s, syn)
h.NetCon(s(0.5)._ref_v, 3, sec=s)
h.NetCon(s(0.5)._ref_v, syn)
h.NetCon(syn, None)
h.NetCon(h.IClamp(s(0.5)), syn)
h.NetCon()
h.NetCon(syn)
h.NetCon(ns, s)
nc.foo
nc.foo = 3
(nc.active(0), nc.active(), nc.active(1), nc.active())
nc.active('a')
nc.setpost(None)
(nc.valid(), nc.syn())
nc.setpost(syn)
nc.setpost(3)
(nc.postcell(), nc.precell(), nc.prelist(), nc.synlist(), nc.precelllist(), nc.postcelllist())
v = h.Vector()
w = h.Vector()
nc.record(v)
nc.get_recordvec()
nc.record(v, w)
nc.record(v, w, 3)
nc.record()
nc.get_recordvec()
nc.record(print)
nc.record((print, 'x'))
nc.record(3)
nc.record('print 3')
h.finitialize(-65)
nc.event('a')
nc4.event(1)
nc.event()
nc._ref_foo
nc.x = 4
nc.hname()
(syn.tau, syn.e, syn.i, syn.g)
del nc7
del ns
ns2 = h.NetStim()
nc8 = h.NetCon(ns2, syn)
del ns2
(nc8.valid(), nc8.pre())
syn2 = h.ExpSyn(s(0.5))
nc9 = h.NetCon(None, syn2)
del syn2
(nc9.valid(), nc9.syn(), nc9.weight[0], nc9.delay)
(len(h.List('NetCon')), len(h.List('ExpSyn')))
if1 = h.IntFire1()
if1.loc(s(0.5))
if1.get_loc()
h.IntFire1(s(0.5))
h.IntFire1(0.5, sec=s)
ap = h.APCount(s(0.5))
(ap.n, ap.thresh, ap.time, ap.firing)
ap.record(v)
ap.record(3)
ap.record()
cv = h.CVode()
cv.event(3)
cv.event(3, print)
cv.event('a')
cv.netconlist('', '', '')
cv.foo
h.cvode
