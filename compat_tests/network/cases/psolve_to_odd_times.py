"""psolve in parts that are no whole steps, and a delay that becomes too short."""

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

random.seed(4)
n=8
cells=[cell('c%d'%k, .1+.05*k) for k in range(n)]; syn=[h.ExpSyn(c(.5)) for c in cells]; nl=[]
for k,c in enumerate(cells): pc.set_gid2node(k,pc.id()); x=h.NetCon(c(.5)._ref_v,None,sec=c); x.threshold=-20; pc.cell(k,x); keep.append(x)
for k in range(n):
    for j in random.sample(range(n),3): x=pc.gid_connect(j,syn[k]); x.weight[0]=.006; x.delay=random.uniform(1,3); nl.append(x)
pc.spike_record(-1,t,i); print(pc.set_maxstep(10)); h.finitialize(-65)
for s in (3.3,7.77,15,15,21.02,30): pc.psolve(s); print(round(h.t,9),len(t))
show('x',t,i); tr(lambda: pc.psolve(10)); print(h.t); h.continuerun(35); show('y',t,i)
nl[0].delay=0; tr(lambda: pc.set_maxstep(10)); tr(lambda: pc.psolve(36)); nl[0].delay=.01; tr(lambda: pc.set_maxstep(10)); tr(lambda: pc.psolve(37)); print(round(h.t,6))
result = {"times": t, "ids": i}
