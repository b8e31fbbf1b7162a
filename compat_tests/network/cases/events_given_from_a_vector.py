"""The times in a Vector as events, queued by a handler."""

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

class V: pass
vt=h.Vector([1,2.5,2.5,7,7.01,12])
sts=[]
s=cell('c'); e=h.ExpSyn(s(.5)); f=h.IntFire1(); f.tau=20
n=h.NetCon(None,e); n.weight[0]=.002; n2=h.NetCon(None,f); n2.weight[0]=.4
o=h.NetCon(f,None); o.record(t,i)
fih=h.FInitializeHandler(lambda: ([n.event(x) for x in vt],[n2.event(x+.5) for x in vt]))
g=h.Vector().record(e._ref_g)
h.finitialize(-65); h.continuerun(15); show('x',t,i,[g.sum(),g.max()]); print(f.M(), f.m)
vt.append(13.3,14); h.finitialize(-65); h.continuerun(15); show('x',t,i,[g.sum()])
result = {"times": t, "ids": i}
