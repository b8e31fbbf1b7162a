"""play into a hoc statement with the value as $1."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
h("seen = 0")
values = h.Vector([1, 2, 3])
values.play("seen = 10 * $1", 0.1)
seen = h.Vector().record(h._ref_seen)
h.finitialize(-65)
h.continuerun(0.5)
result = {"seen": seen, "last": h.seen}
