"""rallbranch multiplies the child's conductances in the solution, but not ri or area."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
dend = h.Section(name="dend")
soma.L = soma.diam = 15
dend.L, dend.diam, dend.nseg = 150, 1.5, 5
dend.connect(soma(1))
dend.rallbranch = 3
soma.insert("hh")
dend.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 3, 0.4
v = h.Vector().record(soma(0.5)._ref_v)
v_dend = h.Vector().record(dend(0.9)._ref_v)
h.finitialize(-65)
h.continuerun(10)
result = {
    "v": v,
    "v_dend": v_dend,
    "areas": [seg.area() for seg in dend],
    "resistances": [seg.ri() for seg in dend],
    "rallbranch": [soma.rallbranch, dend.rallbranch],
}
