"""An inhibitory and an excitatory synapse on a dendrite shape an active soma."""
from neuron import h

h.load_file("stdrun.hoc")
soma, dend = h.Section(name="soma"), h.Section(name="dend")
dend.connect(soma(1))
soma.L = soma.diam = 18
dend.L, dend.diam, dend.nseg = 200, 1.5, 9
soma.insert("hh")
dend.insert("pas")
dend.g_pas, dend.e_pas = 2e-4, -65
excite, inhibit = h.Exp2Syn(dend(0.8)), h.Exp2Syn(dend(0.2))
excite.tau1, excite.tau2, excite.e = 0.2, 3, 0
inhibit.tau1, inhibit.tau2, inhibit.e = 0.5, 8, -75
stim = h.NetStim()
stim.start, stim.number, stim.interval = 2, 3, 9
up = h.NetCon(stim, excite, 0, 0, 0.02)
down = h.NetCon(stim, inhibit, 0, 4, 0.01)
v_soma = h.Vector().record(soma(0.5)._ref_v)
v_dend = h.Vector().record(dend(0.8)._ref_v)
i_up = h.Vector().record(excite._ref_i)
i_down = h.Vector().record(inhibit._ref_i)
h.finitialize(-65)
h.continuerun(30)
result = {"v_soma": v_soma, "v_dend": v_dend, "i_up": i_up, "i_down": i_down}
