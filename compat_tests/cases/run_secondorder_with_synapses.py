"""secondorder 2 with a synapse, a clamp and an SEClamp on a passive tree."""
from neuron import h

h.load_file("stdrun.hoc")
soma, dend = h.Section(name="soma"), h.Section(name="dend")
dend.connect(soma(1))
soma.L = soma.diam = 20
dend.L, dend.diam, dend.nseg = 200, 1, 5
for sec in (soma, dend):
    sec.insert("pas")
    sec.e_pas = -70
synapse = h.Exp2Syn(dend(0.7))
synapse.tau1, synapse.tau2 = 0.2, 1.5
stim = h.NetStim()
stim.start, stim.interval, stim.number = 0.3, 1.1, 4
connection = h.NetCon(stim, synapse, 0, 0.2, 0.005)
pulse = h.IClamp(soma(0.5))
pulse.delay, pulse.dur, pulse.amp = 1, 1, 0.1
clamp = h.SEClamp(dend(0.1))
clamp.dur1, clamp.amp1, clamp.rs = 3, -75, 10
h.secondorder = 2
result = {
    "v_soma": h.Vector().record(soma(0.5)._ref_v),
    "v_dend": h.Vector().record(dend(0.7)._ref_v),
    "i_synapse": h.Vector().record(synapse._ref_i),
    "i_clamp": h.Vector().record(clamp._ref_i),
}
h.finitialize(-70)
h.continuerun(6)
