"""PatternStim: new patterns, a changed Vector, an end."""

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

cs=[h.IntFire1() for _ in range(4)]
for k,c in enumerate(cs): pc.set_gid2node(k,0); n=h.NetCon(c,None); pc.cell(k,n); keep.append(n); c.tau=5
nl=[]
for g in range(10,15):
    for k in range(4): n=pc.gid_connect(g,cs[k]); n.weight[0]=.3+.1*k; n.delay=1+.1*g; nl.append(n)
ps=h.PatternStim(); tv=h.Vector([1,1.5,1.5,2,2.2,2.2,5,5,5.1,9]); gv=h.Vector([10,11,12,10,13,14,10,11,12,13])
ps.play(tv,gv); pc.spike_record(-1,t,i); pc.set_maxstep(10)
h.finitialize(-65); pc.psolve(20); show('x',t,i)
ps.fake_output=1; h.finitialize(-65); pc.psolve(20); show('y',t,i)
tv.x[0]=4; h.finitialize(-65); h.continuerun(20); show('z',t,i)
ps.play(h.Vector([3]),h.Vector([10])); h.finitialize(-65); h.continuerun(20); show('w',t,i)
tr(lambda: ps.play()); h.finitialize(-65); h.continuerun(20); show('v',t,i)
result = {"times": t, "ids": i}
