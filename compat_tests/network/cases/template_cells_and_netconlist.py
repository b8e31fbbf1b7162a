"""Cells of a hoc template: netconlist in all forms, gids, a cell that goes."""

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

h("""begintemplate TC
public soma, syn, connect2target, x
create soma
objref syn
proc init() { soma { L=20 diam=20 insert hh } soma syn = new ExpSyn(.5) x=$1 }
proc connect2target() { soma $o2 = new NetCon(&v(1), $o1) $o2.threshold=-10 }
endtemplate TC""")
cs=[h.TC(k) for k in range(3)]; ncs=[]
for k in range(3):
    nc=h.ref(None); cs[k].connect2target(cs[(k+1)%3].syn, nc); nc[0].weight[0]=.03; nc[0].delay=2; ncs.append(nc[0])
st=h.NetStim(); st.number=2; st.start=1; st.interval=20; nc=h.NetCon(st,cs[0].syn); nc.weight[0]=.05; ncs.append(nc)
for k in range(3): ncs[k].record(t,i,k)
h.finitialize(-65); h.continuerun(40); show('x',t,i)
cv=h.CVode()
for q in (('','',''),('TC','',''),('','TC[1]',''),('TC[0]','TC',''),('','','ExpSyn[2]'),(cs[0],'',''),('',cs[1],''),('','',cs[2].syn),(st,'',''),('NetStim','','')):
    l=cv.netconlist(*q); print([l.o(k).hname() for k in range(int(l.count()))])
print([n.precell() for n in ncs],[n.postcell() for n in ncs],[n.pre() for n in ncs])
for k in range(3): pc.set_gid2node(k,0); pc.cell(k,h.NetCon(cs[k].soma(1)._ref_v,None,sec=cs[k].soma))
print(pc.gid2cell(1), pc.gid2obj(2), ncs[0].srcgid())
cs.pop(1); print([n.valid() for n in ncs]); tr(lambda: pc.gid2cell(1)); h.finitialize(-65); h.continuerun(20); show('y',t,i)
result = {"times": t, "ids": i}
