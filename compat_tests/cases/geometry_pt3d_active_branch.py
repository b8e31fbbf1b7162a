"""An HH cell drawn with 3-D points conducts a spike into a branch."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
trunk = h.Section(name="trunk")
twig = h.Section(name="twig")
soma.pt3dadd(0, 0, 0, 10)
soma.pt3dadd(0, 9, 0, 18)
soma.pt3dadd(0, 18, 0, 12)
trunk.pt3dadd(0, 18, 0, 3)
trunk.pt3dadd(20, 60, 5, 2.5)
trunk.pt3dadd(35, 130, 9, 1.2)
twig.pt3dadd(20, 60, 5, 1.4)
twig.pt3dadd(-30, 90, 5, 0.7)
trunk.connect(soma(1))
twig.connect(trunk(0.35))
trunk.nseg, twig.nseg = 5, 3
for sec in (soma, trunk, twig):
    sec.insert("hh")
    sec.Ra = 100
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 2, 0.8
v_soma = h.Vector().record(soma(0.5)._ref_v)
v_trunk = h.Vector().record(trunk(0.9)._ref_v)
v_twig = h.Vector().record(twig(1)._ref_v)
h.finitialize(-65)
h.continuerun(12)
result = {"v_soma": v_soma, "v_trunk": v_trunk, "v_twig": v_twig}
