"""Object names count up for ever; temporaries use numbers."""
from neuron import h

first = h.Vector(2)
h.Vector(1)
second = first.c()
third = first.c().add(1).mul(2)
del first
fourth = h.Vector()
result = {"names": [str(item) for item in (second, third, fourth, h.List(), h.List())]}
