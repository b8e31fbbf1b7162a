"""event_queue_info before, in and after a run."""

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

cv = h.CVode()
s = cell("s"); e = h.ExpSyn(s(.5)); c = h.IntFire1(); st = h.NetStim(); st.number, st.start, st.interval = 3, 1, 2
links = [h.NetCon(st, c, 0, 1.5, 0.4), h.NetCon(c, e, 0, 2, 0.1), h.NetCon(st, e, 0, 3, 0.2), h.NetCon(None, c)]
h.finitialize(-65); links[3].event(7)
def info():
    v, w, l = h.Vector(), h.Vector(), h.List()
    cv.event_queue_info(2, v, l); show("netcons", v); print([l.o(k).hname() for k in range(int(l.count()))])
    cv.event_queue_info(3, v, w, l); show("self", v, w); print([l.o(k).hname() for k in range(int(l.count()))])
info(); h.continuerun(2); info(); h.continuerun(6); info()
for mode in ((), (0,), (1,), (0, 1), (0, 0)): print(cv.queue_mode(*mode))
tr(lambda: cv.event_queue_info(1, h.Vector(), h.List())); tr(lambda: cv.event_queue_info(2, h.Vector()))
result = {"times": t, "ids": i}
