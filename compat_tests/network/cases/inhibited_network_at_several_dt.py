"""A network with inhibition at several dt, temperatures and orders."""

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

random.seed(2)
n=12
cells=[cell('c%d'%k, random.uniform(.1,.35)) for k in range(n)]
ex=[h.ExpSyn(c(.5)) for c in cells]; inh=[h.Exp2Syn(c(.5)) for c in cells]
for s in inh: s.e=-80; s.tau1=.5; s.tau2=6
nl=[]
for a in range(n):
    for b in range(n):
        if a!=b and random.random()<.5:
            nl.append(h.NetCon(cells[a](.5)._ref_v, ex[b] if a<8 else inh[b], 0, random.uniform(.5,4), .004 if a<8 else .01, sec=cells[a]))
for k,c in enumerate(cells): o=h.NetCon(c(.5)._ref_v,None,sec=c); o.threshold=-10; o.record(t,i,k); nl.append(o)
h.finitialize(-65); h.continuerun(60); show('x',t,i)
h.dt=0.1; h.steps_per_ms=10; h.finitialize(-65); h.continuerun(40); show('y',t,i)
h.dt=0.0125; h.steps_per_ms=80; h.celsius=12; h.finitialize(-65); h.continuerun(20); show('z',t,i)
h.secondorder=2; h.finitialize(-65); h.continuerun(20); show('z',t,i)
result = {"times": t, "ids": i}
