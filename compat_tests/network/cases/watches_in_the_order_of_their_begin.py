"""Conditions of many instances come true at one time: first the one whose watching began first."""

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

def trial(seed, kind):
    draw = random.Random(seed); n = 6
    s = h.Section(name="s")
    watchers = [h.WatchesLater(s(.5)) for _ in range(n)]
    ins = [h.NetCon(None, w) for w in watchers]; outs = []
    for k, w in enumerate(watchers):
        ins[k].weight[0] = kind if kind < 4 else draw.choice([1, 2, 3]); o = h.NetCon(w, None); o.record(t, i, k); outs.append(o)
    order = list(range(n)); draw.shuffle(order)
    h.finitialize(-65)
    for j, k in enumerate(order): ins[k].event(0.5 + 0.3 * j)
    if kind == 5:
        for k in draw.sample(range(n), 3): ins[k].event(3 + draw.random())
    h.continuerun(10)
    show((seed, kind), t, i)
for seed in range(2):
    for kind in (1, 2, 3, 4, 5): trial(seed, kind)
result = {"times": t, "ids": i}
