"""Many events for one synapse within one step are all delivered."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
synapse = h.ExpSyn(soma(0.5))
stim = h.NetStim()
stim.start, stim.interval, stim.number = 0.5, 0.001, 200
connections = [h.NetCon(stim, synapse, 0, 0.0005 * number, 1e-5) for number in range(20)]
g = h.Vector().record(synapse._ref_g)
spikes = h.Vector()
connections[0].record(spikes)
h.finitialize(-65)
h.continuerun(2)
result = {"g": g, "spikes": spikes}
