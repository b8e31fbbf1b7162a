"""_ref_t recorded through a run whose dt changes between its pieces."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
coarse = h.Vector().record(h._ref_t, 0.5)
h.finitialize(-60)
for dt, end in ((0.025, 1), (0.1, 2), (0.01, 2.2)):
    h.dt = dt
    h.steps_per_ms = 1 / dt
    h.continuerun(end)
result = {"t": t, "v": v, "coarse": coarse}
