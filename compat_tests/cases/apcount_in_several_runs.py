"""An APCount's Vector is filled anew in every run, also when a crossing comes at the very time of the run before."""

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 20, 0.5
counter = h.APCount(soma(0.5))
counter.thresh = -29
times = h.Vector()
counter.record(times)
h.finitialize(-70)
h.continuerun(3)
print(counter.n, counter.time, list(times))
h.finitialize(-70)
print(counter.n, counter.time, list(times))
h.continuerun(times[0] if len(times) else 1.025)
h.continuerun(18)
print(counter.n, counter.time, list(times))
counter.thresh = 0
h.finitialize(20)
print(counter.n, counter.time, list(times))
h.continuerun(18)
print(counter.n, counter.time, list(times))
h.finitialize(-70)
while h.t < 18:
    h.fadvance()
print(counter.n, counter.time, list(times))
# the time of the last count of the run before passes without a crossing
clamp.amp = 0
h.finitialize(-70)
h.continuerun(18)
print(counter.n, counter.time, list(times))
