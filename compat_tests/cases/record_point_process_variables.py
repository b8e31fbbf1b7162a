"""Recording of a synapse's states and of a clamp's parameter that the script changes."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
synapse = h.Exp2Syn(soma(0.5))
synapse.tau1, synapse.tau2 = 0.4, 1.1
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
stim = h.NetStim()
stim.start, stim.interval, stim.number = 0.2, 0.5, 3
connection = h.NetCon(stim, synapse, 0, 0.1, 0.01)
a = h.Vector().record(synapse._ref_A)
b = h.Vector().record(synapse._ref_B)
tau = h.Vector().record(synapse._ref_tau2)
amp = h.Vector().record(clamp._ref_amp)
weight = h.Vector().record(connection._ref_weight[0])
h.finitialize(-65)
h.continuerun(1)
synapse.tau2, clamp.amp, connection.weight[0] = 3, 0.5, 0.03
h.continuerun(3)
result = {"a": a, "b": b, "tau": tau, "amp": amp, "weight": weight}
