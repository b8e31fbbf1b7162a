"""NetCon.record in all its forms on connections that lead nowhere."""

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

c=cell('c',0.4); st=h.NetStim(); st.number=5; st.start=2; st.interval=1.7
n1=h.NetCon(st,None); n1.record(t,i); n2=h.NetCon(c(.5)._ref_v,None,sec=c); n2.record(t,i,7)
n3=h.NetCon(None,None); t2=h.Vector(); tr(lambda: n3.record(t2)); tr(lambda: n3.event(3))
log=[]
st2=h.NetStim(); st2.number=3; st2.start=4; st2.interval=1; n4=h.NetCon(st2,None); n4.record(lambda: log.append(h.t))
n5=h.NetCon(st2,None); t5=h.Vector(); n5.record(t5)
h.finitialize(-65); h.continuerun(12); show('a',t,i,t2,t5); print([round(x,9) for x in log])
n4.record(); n5.record(t5); log.clear()
h.finitialize(-65); h.continuerun(12); show('b',t,i,t5); print(log)
print(n1.get_recordvec() is not None, n4.get_recordvec(), n1.get_recordvec().hname()[:6])
n1.record(); h.finitialize(-65); h.continuerun(12); show('c',t,i)
t6,i6=h.Vector(),h.Vector(); tr(lambda: n1.record(t6,i6)); tr(lambda: n2.record(t6,i6)); h.finitialize(-65); h.continuerun(12); show('d',t6,i6)
h('zz=0'); tr(lambda: n1.record('zz=zz+t')); h.finitialize(-65); h.continuerun(12); print(round(h.zz,9))
tr(lambda: n1.record(3)); tr(lambda: n1.record(None)); tr(lambda: n1.record(t6,3))
result = {"times": t, "ids": i}
