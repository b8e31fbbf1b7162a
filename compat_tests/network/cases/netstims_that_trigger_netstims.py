"""NetStims that start and stop others, with their streams set anew."""

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

a=h.NetStim(); a.number=4; a.interval=2; a.start=1
b=h.NetStim(); b.number=3; b.interval=.5; b.start=-1
c=h.NetStim(); c.number=3; c.interval=.7; c.start=2; c.noise=.3; c.noiseFromRandom123(1,1,1)
n1=h.NetCon(a,b,0,.3,1); n2=h.NetCon(a,c,0,1.9,-1); n3=h.NetCon(b,c,0,.1,1)
for k,s in enumerate((a,b,c)): o=h.NetCon(s,None); o.record(t,i,k); keep.append(o)
h.finitialize(-65); h.continuerun(20); show('x',t,i)
c.seed(5); h.finitialize(-65); h.continuerun(20); show('y',t,i)
r=h.Random(); r.Random123(4,5,6); r.negexp(1); c.noiseFromRandom(r); c.noise=1; h.finitialize(-65); h.continuerun(20); show('z',t,i)
a.number=0; n4=h.NetCon(None,c); n4.weight[0]=1; h.finitialize(-65); n4.event(0); n4.event(5); h.continuerun(20); show('w',t,i)
a.interval=0; a.number=3; tr(lambda: h.finitialize(-65)); tr(lambda: h.continuerun(3)); show('q',t,i)
result = {"times": t, "ids": i}
