"""What NEURON lets a callable change within a step: connections come and go, sections grow, recordings begin and end."""

import gc

from neuron import h

h.load_file("stdrun.hoc")


def cell(name):
    section = h.Section(name=name)
    section.L = section.diam = 20
    section.insert("hh")
    return section


first, second = cell("first"), cell("second")
clamp = h.IClamp(second(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.3, 1, 0.5
synapse = h.ExpSyn(first(0.5))
link = h.NetCon(second(0.5)._ref_v, synapse, -40, 0.1, 0.001, sec=second)
stim = h.NetStim()
stim.start, stim.interval, stim.number = 0.5, 0.2, 20
from_stim = h.NetCon(stim, synapse, 0, 0.2, 0.0005)
late = h.NetStim()
late.start, late.number, late.interval = 1.2, 3, 0.1
from_late = h.NetCon(late, synapse, 0, 0.05, 0.002)
v, gate, total = h.Vector(), h.Vector(), h.Vector()
v.record(first(0.5)._ref_v)
gate.record(first(0.5)._ref_m_hh)
total.record(first(0.5)._ref_ina)
spikes, seen, voltages, made = h.Vector(), [], [], []


def connect():
    made.append(h.NetCon(stim, synapse, 0, 0.15, 0.003))


def send():
    new = h.NetCon(None, synapse)
    new.weight[0] = 0.01
    new.event(h.t + 0.2)
    made.append(new)


def disconnect():
    global from_late
    from_late = None


def thicken():
    first.diam = 30


def record():
    made.append(h.Vector().record(second(0.5)._ref_h_hh))


def forget():
    global gate
    gate = None
    gc.collect()


def count():
    made.append(h.NetCon(second(0.5)._ref_v, None, -20, 0, 0, sec=second))
    made[-1].record(spikes)


changes = {12: [connect, send, count], 24: [disconnect, thicken, record, forget]}
calls = 0


def call():
    global calls
    calls += 1
    for change in changes.get(calls, ()):
        change()
    here = first(0.5)
    seen.extend([here.hh.m, here.hh.mtau, here.ina, synapse.g])
    voltages.extend([here.v, second(0.5).v])


def run(name, begin, end):
    """Calls `call` in a run of its own way, and keeps what it has seen."""
    global calls, from_late, gate
    calls = 0
    seen.clear()
    voltages.clear()
    made.clear()
    spikes.resize(0)
    first.diam = 20
    from_late = h.NetCon(late, synapse, 0, 0.05, 0.002)
    gate = h.Vector().record(first(0.5)._ref_m_hh)
    begin()
    h.finitialize(-65)
    if begin is nothing:
        for k in range(80):
            cvode.event(k * 0.025 + 0.01, call)
    h.continuerun(1)
    first_part = [first(0.5).v, first(0.5).hh.minf, first(0.5).ina, synapse.i]
    h.continuerun(2)
    end()
    sizes = [vector.size() for vector in made if vector.hname().startswith("Vector")]
    result[f"{name}: seen"], result[f"{name}: voltages"] = list(seen), h.Vector(voltages)
    result[f"{name}: v"], result[f"{name}: ina"] = v.c(), total.c()
    result[f"{name}: at 1 ms"], result[f"{name}: spikes"] = first_part, list(spikes)
    result[f"{name}: sizes"] = [*sizes, calls]


def nothing():
    pass


result = {}
cvode = h.CVode()
run("within", lambda: cvode.extra_scatter_gather(0, call), lambda: cvode.extra_scatter_gather_remove(call))
run("at events", nothing, nothing)
