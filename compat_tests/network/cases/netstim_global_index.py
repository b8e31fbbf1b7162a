"""The global index of Random123 changes every stream."""

from neuron import h

h.load_file("stdrun.hoc")
result = {}
for index in (0, 5):
    h.Random().Random123_globalindex(index)
    stim = h.NetStim()
    stim.start, stim.number, stim.interval, stim.noise = 0, 30, 2, 1
    stim.noiseFromRandom123(1, 1, 0)
    spikes = h.Vector()
    link = h.NetCon(stim, None)
    link.record(spikes)
    h.finitialize(-65)
    h.continuerun(40)
    result[f"spikes_{index}"] = spikes.c()
h.Random().Random123_globalindex(0)
