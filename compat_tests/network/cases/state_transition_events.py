"""A machine of states that follows the voltage, and one that follows the time."""

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

log = []
s = cell("s", 0.3); machine = h.StateTransitionEvent(3)
high, low, limit = h.ref(0.0), h.ref(-60), h.ref(3.0)
def seen(name): log.append((name, round(h.t, 6), round(s(.5).v, 6), machine.state()))
machine.transition(0, 1, s(.5)._ref_v, high, (seen, "up")); machine.transition(1, 2, s(.5)._ref_v, low, (seen, "first")); machine.transition(1, 0, s(.5)._ref_v, low, (seen, "second"))
h.finitialize(-65); h.continuerun(20); print(machine.state(), log)
h.finitialize(-65); machine.state(0); h.continuerun(20); print(machine.state(), log); log.clear()
machine.state(1); h.continuerun(40); print(machine.state(), log); log.clear()
clock = h.StateTransitionEvent(2)
def tick(): log.append((round(h.t, 6), clock.state())); limit[0] += 5
clock.transition(0, 1, h._ref_t, limit, tick); clock.transition(1, 0, h._ref_t, limit, tick)
h.finitialize(-65); clock.state(0); h.continuerun(20); print(log)
tr(lambda: machine.state(5)); tr(lambda: machine.transition(0, 7, h._ref_t, limit)); tr(lambda: machine.transition(0, 1)); tr(lambda: h.StateTransitionEvent(0))
result = {"times": t, "ids": i}
