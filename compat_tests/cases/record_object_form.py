"""record(point process, reference): the form that names the object first."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
synapse = h.ExpSyn(soma(0.5))
stim = h.NetStim()
stim.start, stim.interval, stim.number = 0.5, 1, 2
connection = h.NetCon(stim, synapse, 0, 0.1, 0.01)
g, coarse = h.Vector(), h.Vector()
g.record(synapse, synapse._ref_g)
coarse.record(synapse, synapse._ref_g, 0.2)
h.finitialize(-65)
h.continuerun(3)
result = {"g": g, "coarse": coarse}
