"""neuron.units: numbers times ms, mV, µm convert to NEURON's units."""
from neuron import h
from neuron.units import mM, ms, mV, sec, um

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
soma.L = soma.diam = 20 * um
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1 * ms, 0.001 * sec, 1
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65 * mV)
h.continuerun(5 * ms)
result = {"v": v, "values": [1 * mM, 1 * um, 1 * ms, 1 * sec, 1 * mV]}
