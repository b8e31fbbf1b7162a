"""Delays far below a step and of a second."""

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

f=[h.IntFire1() for _ in range(3)]; nl=[]
for a,b,d in ((0,1,1e-9),(1,2,0.0125),(2,0,0.025),(0,2,0.01249999999),(1,0,1000),(2,1,0.1+0.2)): nl.append(h.NetCon(f[a],f[b],0,d,2))
for x in f: x.refrac=.02; x.tau=5
for k,x in enumerate(f): o=h.NetCon(x,None); o.record(t,i,k); nl.append(o)
g=h.NetCon(None,f[0]); g.weight[0]=3; h.finitialize(-65); g.event(1); g.event(1+1e-12); g.event(1.0000001); h.continuerun(3); show('x',[round(v,14) for v in t],i); h.continuerun(1005); print(len(t), list(t)[-3:])
result = {"times": t, "ids": i}
