"""Exp2Syn adjusts tau1 when it is not below tau2, or next to it, at initialisation."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
stim = h.NetStim()
stim.start, stim.number = 0.5, 1
result = {"taus": []}
synapses, connections = [], []
for number, (rise, decay) in enumerate(((0.5, 2), (2, 2), (3, 2), (1e-9, 2), (1.99999, 2), (0.1, 0.1001))):
    synapse = h.Exp2Syn(soma(0.5))
    synapse.tau1, synapse.tau2 = rise, decay
    connection = h.NetCon(stim, synapse, 0, 0.1, 0.001)
    synapses.append(synapse)
    connections.append(connection)
    result[f"g{number}"] = h.Vector().record(synapse._ref_g)
h.finitialize(-65)
h.continuerun(4)
result["taus"] = [[synapse.tau1, synapse.tau2] for synapse in synapses]
