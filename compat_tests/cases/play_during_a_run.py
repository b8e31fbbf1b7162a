"""A stepwise play has its effect once; a Vector counts when its time comes; a play begins with the next finitialize."""
from neuron import h

h.load_file("stdrun.hoc")
section = h.Section(name="section")
section.nseg = 3
section.insert("pas")
clamp = h.IClamp(section(0.5))
clamp.dur, clamp.amp = 30, 0.1
synapse = h.ExpSyn(section(0.5))
event = h.NetCon(None, synapse)
event.weight[0] = 1e-4
amplitudes = h.Vector().record(clamp._ref_amp)
h.dt, h.steps_per_ms = 0.1, 10
box = h.ref(0.0)
h("x = 0")
traces, after = [], []

def note():
    traces.extend(amplitudes)
    after.append((section(0.5).v, clamp.amp, section(0.5).cm, box[0], h.x))

def played(target, continuous):
    times, values = h.Vector([0.2, 0.7, 1.1, 1.6]), h.Vector([0.5, 0.6, 0.7, 0.8])
    values.play(target, times, continuous)
    return times, values

for continuous in (0, 1):
    # declared in the middle of a run: nothing before the next one
    h.finitialize(-65)
    h.continuerun(0.5)
    times, values = played(clamp._ref_amp, continuous)
    h.continuerun(1.3)
    note()
    other = h.IClamp(section(1))
    h.continuerun(2)
    note()
    # the user's value stays until the next one is due, whatever else happens
    h.finitialize(-65)
    h.continuerun(0.5)
    clamp.amp = 0.01
    h.fadvance()
    note()
    event.event(h.t + 0.05)
    h.fadvance()
    note()
    h.continuerun(0.9)
    clamp.amp = 0.02
    synapse.loc(section(0))
    h.continuerun(1)
    note()
    clamp.amp = 0.03
    h.CVode().re_init()
    h.continuerun(5)
    note()
    # what the Vectors hold when its time comes
    h.finitialize(-65)
    h.continuerun(0.5)
    values.x[1], times.x[2] = 0.65, 1.3
    h.continuerun(2)
    note()
    for _ in range(30):
        h.fadvance()
    values.play_remove()
    # a value at t = 0 is set by finitialize and no later
    times, values = h.Vector([0, 0.7]), h.Vector([0.9, 0.95])
    values.play(clamp._ref_amp, times, continuous)
    h.finitialize(-65)
    clamp.amp = 0.04
    h.fadvance()
    h.fadvance()
    note()
    h.continuerun(5)
    values.play_remove()
    clamp.amp = 0.1
    # the same for what is no variable of a mechanism
    targets = (box, section(0.5)._ref_cm, "x = $1")
    outside = [played(target, continuous) for target in targets]
    h.finitialize(-65)
    for i in range(22):
        h.fadvance()
        note()
        if i == 4:
            for _, values in outside:
                values.x[1] = 0.65
        if i == 8:
            for times, _ in outside:
                times.x[3] = 1.5
            box[0], section(0.5).cm, h.x = 7, 2, 9
    for _, values in outside:
        values.play_remove()
result = {"traces": traces, "after": after}
