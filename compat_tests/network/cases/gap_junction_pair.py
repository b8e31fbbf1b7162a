"""Two passive cells coupled by transferred voltages."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))


def passive(name):
    soma = h.Section(name=name)
    soma.L = soma.diam = 20
    soma.insert("pas")
    return soma


pc = h.ParallelContext()
a, b = passive("a"), passive("b")
gaps = [h.Gap(a(0.5)), h.Gap(b(0.5))]
for k, s in enumerate((a, b)):
    pc.source_var(s(0.5)._ref_v, k, sec=s)
    gaps[k].g = 2
    pc.target_var(gaps[k], gaps[k]._ref_vgap, 1 - k)
pc.setup_transfer()
clamp = h.IClamp(a(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 5, 0.1
traces = {"a": h.Vector().record(a(0.5)._ref_v), "b": h.Vector().record(b(0.5)._ref_v)}
traces |= {"vgap": h.Vector().record(gaps[0]._ref_vgap), "i": h.Vector().record(gaps[0]._ref_i)}
h.finitialize(-65)
h.continuerun(15)
result = traces
