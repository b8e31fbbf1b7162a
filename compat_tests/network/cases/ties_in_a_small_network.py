"""Few delays and many ties, in one run and in steps."""

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

random.seed(6)
f=[h.IntFire1() for _ in range(4)]; nl=[]
for a in range(4):
    for b in range(4):
        nl.append(h.NetCon(f[a],f[b],0,random.choice([.5,1,1,1.5]),random.choice([.5,.6,-.4,1.2])))
for x in f: x.refrac=.5; x.tau=10
st=[h.NetStim() for _ in range(3)]
for k,s in enumerate(st): s.number=20; s.start=1; s.interval=.5*(k+1); nl.append(h.NetCon(s,f[k],0,.5,.8)); nl.append(h.NetCon(s,f[(k+1)%4],0,0,.3))
for k,x in enumerate(f+st): o=h.NetCon(x,None); o.record(t,i,k); nl.append(o)
h.finitialize(-65); h.continuerun(12); show('x',t,i)
h.finitialize(-65)
for k in range(100): h.fadvance()
h.continuerun(7.01); nl[3].event(7.5); nl[3].event(7.5); h.continuerun(12); show('x',t,i)
result = {"times": t, "ids": i}
