"""NetCons that share a source: thresholds, lists, records, weights."""
s = h.Section(name='s')
s.insert('hh')
syn = h.ExpSyn(s(0.5))
nc = h.NetCon(None, syn)
(nc.event(3), nc.event(3, 1), nc.event(5))
nc.active(0)
nc.event(3)
h.NetCon(s(0.5)._ref_v, syn, 5, sec=s).threshold
h.NetCon(s(0.5)._ref_v, syn, 5, 3, sec=s).delay
h.NetCon(s(0.5)._ref_v, syn, 5, 3, -4, sec=s).weight[0]
h.NetCon(s(0.5)._ref_v, syn, 'a', 3, -4, sec=s)
h.NetCon(None, syn, 1, -3, 0.5).delay
class Cell:

    def __repr__(self):
        return 'C'
c = Cell()
q = h.Section(name='q', cell=c)
e = h.ExpSyn(q(0.5))
k = h.NetCon(q(0.5)._ref_v, e, sec=q)
(k.precell(), k.postcell(), k.precell() is c)
(list(k.precelllist()), list(k.postcelllist()), list(k.synlist()), list(k.prelist()))
k2 = h.NetCon(q(0.5)._ref_v, syn, sec=q)
(list(k.precelllist()), list(k.postcelllist()), list(k.synlist()), list(k.prelist()))
k._ref_weight[0][0]
k._ref_weight
(k._ref_threshold[0], k._ref_delay[0])
tv = h.Vector()
k.record(tv)
x = h.NetCon(q(0.5)._ref_v, None, sec=q)
x.record(tv)
x.weight[0]
(x.wcnt(), len(x.weight))
x.setpost(syn)
(x.wcnt(), len(x.weight), x.weight[0])
x.weight[0] = 5
x.setpost(None)
x.valid()
x.setpost(syn)
x.weight[0]
del k
len(h.List('NetCon'))
h.NetCon(h.ref(3), syn)
h.NetCon(h._ref_t, syn)
v = h.Vector([1, 2])
h.NetCon(v._ref_x[0], syn, sec=q)
h.NetCon(q(0.5)._ref_v, s(0.5), sec=q)
h.NetCon(q(0.5)._ref_v, 'a', sec=q)
m = h.NetCon(q(0.5)._ref_cm, syn, sec=q)
(m.preseg(), m.preloc(), m.x)
h.pop_section()
i4 = h.IntFire4()
n4 = h.NetCon(i4, i4)
(n4.wcnt(), n4.pre(), n4.syn(), n4.preseg(), n4.postseg(), n4.preloc(), n4.postloc(), n4.precell(), n4.postcell())
i4.e = 3
(i4.taum, i4.nself if hasattr(i4, 'nself') else 0)
w = h.NetCon(q(0.5)._ref_v, e, sec=q)
w.weight[0:1]
w.weight[-1]
list(w.weight)
sum(w.weight)
w.threshold = 'a'
w.delay = None
w.weight[0] = 'a'
w.weight[0] = None
(w.active(True), w.active(False), w.active(2))
w.record('a(')
w.record(tv, 3)
w.record(tv, tv, 'a')
w.record(None)
ap = h.APCount(s(0.5))
ap.record(tv)
ap.record(None)
ap.record('a')
ap.thresh = -10
ap.foo
ap.n = 4
ap.n
