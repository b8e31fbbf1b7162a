"""NetStims with noise 1 and 0.5 on Random123 streams repeat NEURON's draws."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
result, keep = {}, []
for number, noise in enumerate((1, 0.5, 0.2)):
    stim = h.NetStim()
    stim.start, stim.interval, stim.number, stim.noise = 1, 2, 1000, noise
    stim.noiseFromRandom123(number + 1, 2, 3)
    synapse = h.ExpSyn(soma(0.5))
    connection = h.NetCon(stim, synapse, 0, 1, 0.002)
    spikes = h.Vector()
    connection.record(spikes)
    keep += [stim, synapse, connection]
    result[f"spikes_{number}"] = spikes
v = h.Vector().record(soma(0.5)._ref_v)
result["v"] = v
h.finitialize(-65)
h.continuerun(20)
result["spikes_first_run_0"] = result["spikes_0"].c()
h.finitialize(-65)
h.continuerun(20)
