"""Fifty Exp2Syn on an active cable, driven by regular and random trains."""
from neuron import h

h.load_file("stdrun.hoc")
cable = h.Section(name="cable")
cable.L, cable.diam, cable.nseg = 600, 2, 25
cable.insert("hh")
keep = []
for number in range(50):
    synapse = h.Exp2Syn(cable((number + 0.5) / 50))
    synapse.tau1, synapse.tau2, synapse.e = 0.2 + 0.01 * number, 2 + 0.1 * number, -80 if number % 5 == 0 else 0
    stim = h.NetStim()
    stim.start, stim.interval, stim.number, stim.noise = 1 + 0.1 * number, 4, 100, number % 2
    stim.noiseFromRandom123(number, 0, 1)
    connection = h.NetCon(stim, synapse, 0, 0.5 + 0.02 * number, 0.001)
    keep += [synapse, stim, connection]
watch = h.NetCon(cable(1)._ref_v, None, sec=cable)
spikes = h.Vector()
watch.record(spikes)
v = h.Vector().record(cable(0.5)._ref_v)
v_end = h.Vector().record(cable(1)._ref_v, 0.1)
h.finitialize(-65)
h.continuerun(30)
result = {"v": v, "v_end": v_end, "spikes": spikes}
