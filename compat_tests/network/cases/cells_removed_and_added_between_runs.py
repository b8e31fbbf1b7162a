"""Cells and connections that come and go between runs."""

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

cells=[cell('c%d'%k, 0.2+0.1*k) for k in range(4)]
syn=[h.ExpSyn(c(.5)) for c in cells]
nl=[h.NetCon(cells[k](.5)._ref_v,syn[(k+1)%4],0,1.3,0.02,sec=cells[k]) for k in range(4)]
for k,n in enumerate(nl): n.record(t,i,k)
def go(): 
    h.finitialize(-65); h.continuerun(20); show('r',t,i)
go()
cells.pop(2); syn.pop(2); print([n.valid() for n in nl]); go()
e=cell('e',0.5); se=h.ExpSyn(e(.5)); cells.append(e); syn.append(se); ne=h.NetCon(e(.5)._ref_v,syn[0],10,2,0.03,sec=e); ne.record(t,i,50); nl.append(ne); go()
h.finitialize(-65); h.continuerun(6); f=cell('f',0.6); nf=h.NetCon(f(.5)._ref_v,syn[1],0,.5,.02,sec=f); nf.record(t,i,60); 
f(.5).v=-65
h.continuerun(7); show('mid',t,i); go()
del nf, f; go()
h.finitialize(-65); h.continuerun(6); nl.pop(0); h.continuerun(20); show('m',t,i)
result = {"times": t, "ids": i}
