"""finitialize clears the queue; an event for the present time is lost."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
cvode = h.CVode()
seen = []
h.finitialize(-65)
cvode.event(1, lambda: seen.append("queued before the second initialisation"))
h.finitialize(-65)
cvode.event(0, lambda: seen.append("for t = 0"))
cvode.event(0.5, lambda: seen.append("for t = 0.5"))
h.continuerun(2)
cvode.event(h.t, lambda: seen.append("for the present"))
h.continuerun(3)
result = {"seen": seen, "t": h.t}
