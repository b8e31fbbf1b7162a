"""Recording of globals: celsius, dt, and a global parameter of a mechanism."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
celsius = h.Vector().record(h._ref_celsius)
dt = h.Vector().record(h._ref_dt)
h.finitialize(-65)
h.continuerun(0.1)
h.celsius = 20
h.continuerun(0.2)
result = {"celsius": celsius, "dt": dt}
