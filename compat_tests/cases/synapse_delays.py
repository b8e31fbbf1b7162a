"""Events arrive by NEURON's rounding of delays: zero, below dt, on and off the step grid."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
stim = h.NetStim()
stim.start, stim.number, stim.interval = 0.5, 3, 0.7
result, keep = {}, []
for number, delay in enumerate((0, 0.001, 0.0124, 0.0126, 0.025, 0.0375, 0.1, 0.33, 1)):
    synapse = h.ExpSyn(soma(0.5))
    connection = h.NetCon(stim, synapse, 10, delay, 0.0001)
    keep += [synapse, connection]
    result[f"g{number}"] = h.Vector().record(synapse._ref_g)
h.finitialize(-65)
h.continuerun(4)
