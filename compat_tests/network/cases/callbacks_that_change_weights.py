"""Functions called at spikes and times, which change weights and call again."""

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

c=cell('c',.5); s=h.ExpSyn(c(.5)); n=h.NetCon(c(.5)._ref_v,s,0,1,0,sec=c); log=[]
def up(): log.append((round(h.t,6), round(c(.5).v,6))); n.weight[0]+=.001
n.record(up)
cv=h.CVode()
def at(x): log.append(('at',x,round(h.t,6))); 
def again():
    log.append(('again',round(h.t,6)))
    if h.t<10: cv.event(h.t+2.5,again)
fih=h.FInitializeHandler(lambda: (cv.event(2,(at,2)), cv.event(3.01,(at,(3))), cv.event(1,again)))
h.finitialize(-65); h.continuerun(20); print(log); log.clear()
h.finitialize(-65)
while h.t<20: h.fadvance()
print(log)
nn=h.NetCon(None,s); nn.weight[0]=.01
fih2=h.FInitializeHandler(2,lambda: [nn.event(x) for x in (3,3,8.0125,12)]); log.clear()
h.finitialize(-65); h.continuerun(20); print(log, round(s.g,9))
result = {"times": t, "ids": i}
