"""A dt that does not fit steps_per_ms: setdt prints "Changed dt" and runs with another."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
t = h.Vector().record(h._ref_t)
h.tstop = 0.5
used = []
for dt, steps in ((0.025, 40), (0.03, 40), (0.05, 40), (0.01, 40), (0.1, 10), (0.025, 10), (0.2, 10)):
    h.dt, h.steps_per_ms = dt, steps
    h.run()
    used.append([h.dt, h.steps_per_ms, h.t, t.size()])
result = {"used": used, "t": t}
