"""Two mechanisms and a changed ek share ion currents at one node."""
from neuron import h

h.load_file("stdrun.hoc")
soma, dend = h.Section(name="soma"), h.Section(name="dend")
dend.connect(soma(1))
dend.nseg = 3
soma.L = soma.diam = 20
for sec in (soma, dend):
    sec.insert("hh")
dend.insert("pas")
dend(0.5).ek = -90
dend(0.1).ena = 30
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 400
v = h.Vector().record(dend(0.5)._ref_v)
ik = h.Vector().record(dend(0.5)._ref_ik)
ina = h.Vector().record(dend(0.1)._ref_ina)
h.finitialize(-65)
h.continuerun(5)
result = {"v": v, "ik": ik, "ina": ina, "potentials": [[seg.ena, seg.ek] for seg in dend]}
