"""INITIAL blocks send at one time: node by node, the latest at a node first."""

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

def go(delay, places, move=False):
    s = h.Section(name="s"); s2 = h.Section(name="s2"); s.nseg = 3
    segments = [s(.1), s(.5), s2(.5)]
    senders = [h.SendsAtStart(segments[k]) for k in places]
    if move:
        senders[0].loc(s(.5)); senders[2].loc(s(.5))
    outs = []
    for k, sender in enumerate(senders):
        sender.wait = delay; o = h.NetCon(sender, None); o.record(t, i, k); outs.append(o)
    h.finitialize(-65); h.continuerun(1)
    show(delay, t, i)
for delay in (0, 0.1):
    go(delay, [0, 0, 0, 0]); go(delay, [0, 1, 2, 1, 0]); go(delay, [2, 1, 2, 1, 0, 0]); go(delay, [2, 1, 0, 1, 2], True)
result = {"times": t, "ids": i}
