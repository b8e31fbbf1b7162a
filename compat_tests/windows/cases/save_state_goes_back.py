"""SaveState: a run that goes back and on again gives the same numbers; parameters stay, what receives events goes back."""

from neuron import h

h.load_file("stdrun.hoc")
s = h.Section(name="s")
s.nseg, s.L, s.diam = 3, 20, 20
s.insert("hh")
clamp = h.IClamp(s(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 100, 0.3
synapse, stim = h.ExpSyn(s(0.5)), h.NetStim()
stim.interval, stim.number, stim.start = 3, 1e9, 1
connection = h.NetCon(stim, synapse)
connection.delay, connection.weight[0] = 2, 0.001
watch, spikes, sent = h.NetCon(s(0.5)._ref_v, None, sec=s), h.Vector(), h.Vector()
watch.record(spikes)
connection.record(sent)
v = h.Vector().record(s(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(20)
state = h.SaveState()
print(state, state.save())
h.continuerun(40)
result = {"first": v.c(801), "spikes": spikes.c()}
synapse.tau, clamp.amp, s(0.5).hh.gnabar, connection.weight[0], connection.delay = 5, 0.2, 0.1, 7, 9
print(state.restore(), round(h.t, 6), synapse.tau, clamp.amp, s(0.5).hh.gnabar, connection.weight[0], connection.delay)
clamp.amp, s(0.5).hh.gnabar, connection.delay = 0.3, 0.12, 2
result["back"] = [s(0.5).v, s(0.5).hh.m, synapse.g]
h.fcurrent()
h.frecord_init()
print(len(v), len(sent), len(spikes))
h.continuerun(40)
result["second"] = v.c(1)
result["more spikes"] = spikes
print(len(v), len(sent))
