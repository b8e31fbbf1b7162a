"""Five NetCons on one variable: one threshold, lists and places."""

import random

from neuron import h

h.load_file("stdrun.hoc")
keep = []


def cell(name="c", drive=0.0):
    s = h.Section(name=name)
    s.L = s.diam = 20
    s.insert("hh")
    if drive:
        clamp = h.IClamp(s(0.5))
        clamp.delay, clamp.dur, clamp.amp = 1, 1e9, drive
        keep.append(clamp)
    return s


def show(name, *vectors):
    print(name, [[round(x, 7) for x in v] for v in vectors])


def tr(call):
    try:
        print("done", call())
    except Exception as error:
        print(str(error).splitlines()[0])


t, i = h.Vector(), h.Vector()
pc = h.ParallelContext()

c=cell('c',.5); s1=h.ExpSyn(c(.5)); s2=h.Exp2Syn(c(.5)); fires=[h.IntFire2() for _ in range(3)]
nl=[h.NetCon(c(.5)._ref_v, x, th, d, w, sec=c) for x,th,d,w in ((s1,0,1,0.001),(s2,-30,0,0.002),(fires[0],10,0.5,2),(fires[0],5,0.5,-1),(fires[1],0,0,3))]
print([n.threshold for n in nl], nl[0].prelist().count(), nl[2].synlist().count(), nl[0].postcelllist().count(), nl[0].precelllist().count())
for k,f in enumerate(fires): o=h.NetCon(f,None); o.record(t,i,k); nl.append(o); f.ib=.2+.1*k; f.taum=8
nl[0].record(t,i,100)
h.finitialize(-65); h.continuerun(25); show('x',t,i); print([round(f.m if hasattr(f,'m') else 0,8) for f in fires], [round(f.i,8) for f in fires])
nl[1].threshold=-50; print([n.threshold for n in nl[:5]]); h.finitialize(-65); h.continuerun(25); show('y',t,i)
m=h.NetCon(c.allseg().__iter__().__next__()._ref_v, s1, sec=c) if False else None
nl[3].weight[0]=-2; nl[3].delay=0; h.finitialize(-65); h.continuerun(25); show('z',t,i)
for n in nl[:5]: print(n.wcnt(), n.valid(), n.active(), n.preseg(), n.postseg(), n.srcgid(), n.preloc(), h.pop_section() , n.postloc() if n.postseg() else None)
result = {"times": t, "ids": i}
