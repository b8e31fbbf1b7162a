"""APCounts count what NetCons detect."""

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

c=cell('c',.6); a=h.APCount(c(.5)); a.thresh=-10; tv=h.Vector(); a.record(tv); b=h.APCount(c(.5)); b.thresh=20
n=h.NetCon(c(.5)._ref_v,None,sec=c); n.threshold=-10; n.record(t,i)
h.finitialize(-65); h.continuerun(30); show('x',t,tv); print(a.n,b.n,round(a.time,6),round(b.time,6))
h.continuerun(45); print(a.n,b.n); h.finitialize(-65); print(a.n,len(tv)); h.continuerun(5); print(a.n,len(tv),len(t))
result = {"times": t, "ids": i}
