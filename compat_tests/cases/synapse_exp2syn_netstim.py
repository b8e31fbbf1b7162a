"""Exp2Syn driven by a regular NetStim: voltage, current and both states."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
synapse = h.Exp2Syn(soma(0.5))
synapse.tau1, synapse.tau2, synapse.e = 0.3, 2.2, 0
stim = h.NetStim()
stim.start, stim.interval, stim.number = 1, 3, 4
connection = h.NetCon(stim, synapse)
connection.weight[0], connection.delay = 0.02, 0.5
names = {"v": soma(0.5)._ref_v, "i": synapse._ref_i, "g": synapse._ref_g, "a": synapse._ref_A, "b": synapse._ref_B}
result = {name: h.Vector().record(pointer) for name, pointer in names.items()}
h.finitialize(-65)
h.continuerun(14)
