"""Events on half steps are decided by the accumulated rounding of t."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
result, keep = {}, []
for number, start in enumerate((0.0125, 0.1125, 1.0125, 3.3125, 7.7125, 9.9875)):
    stim = h.NetStim()
    stim.start, stim.number = start, 1
    synapse = h.ExpSyn(soma(0.5))
    connection = h.NetCon(stim, synapse, 0, 0, 1e-6)
    keep += [stim, synapse, connection]
    result[f"g{number}"] = h.Vector().record(synapse._ref_g)
h.finitialize(-65)
h.continuerun(11)
