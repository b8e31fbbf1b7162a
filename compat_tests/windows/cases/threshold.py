"""threshold() finds the smallest current that makes a cell fire."""
from neuron import h

h.load_file("stdrun.hoc")
h.load_file("thresh.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 10
soma.insert("hh")
clamp, count = h.IClamp(soma(0.5)), h.APCount(soma(0.5))
clamp.delay, clamp.dur = 1, 0.5
h.tstop = 8
h(f"objref clamp, count")
h.clamp, h.count = clamp, count
h("print threshold(&clamp.amp)")
print(h.thresh_excited(), count.n)
result = {"amp": clamp.amp}
