"""STDP, Tsodyks-Markram and Fuhrmann synapses on two cells, weights scaled in mid run."""

import os
import random

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))
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

random.seed(9)
pre=[h.NetStim() for _ in range(4)]
for k,s in enumerate(pre): s.number=1e9; s.interval=6+k; s.start=1; s.noise=.6; s.noiseFromRandom123(k,2,0)
c=cell('c'); d=cell('d'); nl=[]
for name in ('StdpSyn','TsodyksSyn','FuhrmannSyn'):
    for tgt in (c,d):
        s=getattr(h,name)(tgt(.5)); keep.append(s)
        for k in range(3):
            n=h.NetCon(pre[k],s); n.delay=.5+.3*k; n.weight[0]=.002+.001*k; nl.append(n)
            n2=h.NetCon((d if tgt is c else c)(.5)._ref_v, s, 0, .7, 0 if name=='StdpSyn' else .0001, sec=d if tgt is c else c); nl.append(n2)
for k,x in enumerate((c,d)): o=h.NetCon(x(.5)._ref_v,None,sec=x); o.record(t,i,k); keep.append(o)
h.finitialize(-65); h.continuerun(50); show('x',t,i)
for n in nl[::4]: n.weight[0]*=1.5
h.continuerun(70)
weights = [n.weight[j] for n in nl for j in range(int(n.wcnt()))]
h.finitialize(-65); h.continuerun(20); show('y',t,i)
result = {"times": t, "ids": i, "weights": weights}
