"""A lattice of gap junctions by transfer, run by psolve in parts."""

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

n = 4
cells = [cell("c%d" % k, 0.3 if k == 0 else 0) for k in range(n * n)]
gaps = []
g = 0
for k, c in enumerate(cells):
    pc.source_var(c(0.5)._ref_v, k, sec=c)
for k in range(n * n):
    for d, ok in ((1, (k % n) < n - 1), (n, k < n * n - n)):
        if ok:
            for a, b in ((k, k + d), (k + d, k)):
                gp = h.Gap(cells[a](0.5))
                gp.g = 0.002
                gaps.append(gp)
                pc.target_var(gp, gp._ref_vgap, b)
pc.setup_transfer()
for k, c in enumerate(cells):
    pc.set_gid2node(k, 0)
    nc = h.NetCon(c(0.5)._ref_v, None, sec=c)
    pc.cell(k, nc)
    keep.append(nc)
pc.spike_record(-1, t, i)
pc.set_maxstep(10)
h.finitialize(-65)
pc.psolve(30)
show("sp", t, i)
show("v", [c(0.5).v for c in cells])
h.finitialize(-65)
pc.psolve(7.3)
show("v", [c(0.5).v for c in cells], [h.t])
pc.psolve(22)
show("v", [c(0.5).v for c in cells], [h.t])
result = {"times": t, "ids": i}
