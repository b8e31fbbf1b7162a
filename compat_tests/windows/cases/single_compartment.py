"""SingleCompartment makes a soma of 100 um2."""
from neuron import h

h.load_file("single.hoc")
one = h.SingleCompartment(0)
print(one, one.vbox, one.inserter, [section.name() for section in h.allsec()], h.soma.L, h.soma.diam, h.soma(0.5).area())
two = h.SingleCompartment()
print(two, two.inserter, [section.name() for section in h.allsec()])
