"""Weights, delays, active, new and deleted connections, between runs and in the midst of one."""

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

random.seed(3)
cs=[h.IntFire1() for _ in range(6)]
for c in cs: c.tau=10; c.refrac=1
nl=[h.NetCon(cs[a],cs[b],0,random.uniform(.1,3),random.uniform(.1,.9)) for a in range(6) for b in range(6) if a!=b]
outs=[]
for k,c in enumerate(cs): o=h.NetCon(c,None); o.record(t,i,k); outs.append(o)
tg=h.NetCon(None,cs[0]); tg.weight[0]=5
def go(T=20):
    h.finitialize(-65); tg.event(1); h.continuerun(T); show('r',t,i)
go()
for k,n in enumerate(nl): n.weight[0]*=1.3
go()
for k,n in enumerate(nl): n.delay+=0.25*(k%3)
go()
for n in nl[::3]: n.active(0)
go()
for n in nl[::3]: n.active(1)
nl[4].active(False); go()
del nl[3]; go()
nl.append(h.NetCon(cs[2],cs[2],0,.7,.6)); go()
d=h.IntFire1(); d.tau=10; nl.append(h.NetCon(cs[1],d,0,1,2)); nl.append(h.NetCon(d,cs[4],0,.3,2)); o=h.NetCon(d,None); o.record(t,i,9); outs.append(o); go()
cs[5]=None; print(sum(n.valid() for n in nl), [bool(n.active()) for n in nl]); go()
nl=[n for n in nl if n.valid()]; go()
nl[0].setpost(d); go(); nl[1].setpost(None); print(nl[1].valid(), nl[1].syn()); go()
h.finitialize(-65); tg.event(1); h.continuerun(3); nl[2].delay=5; nl[5].weight[0]=3; h.continuerun(6); nl[6].active(0); h.continuerun(15); show('m',t,i)
result = {"times": t, "ids": i}
