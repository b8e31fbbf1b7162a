"""NetStim's noiseFromRandom with a Random object on Random123."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
random = h.Random()
random.Random123(7, 8, 9)
random.negexp(1)
stim = h.NetStim()
stim.start, stim.interval, stim.number, stim.noise = 0, 1.5, 1000, 1
stim.noiseFromRandom(random)
connection = h.NetCon(stim, None)
spikes = h.Vector()
connection.record(spikes)
h.finitialize(-65)
h.continuerun(15)
result = {"spikes": spikes.c(), "seq": random.seq()}
random.seq(0)
h.finitialize(-65)
h.continuerun(15)
result["spikes_again"] = spikes
