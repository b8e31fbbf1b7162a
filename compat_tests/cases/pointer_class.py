"""h.Pointer by reference and by name: val, assignment."""
from neuron import h

soma = h.Section(name="soma")
by_reference = h.Pointer(soma(0.5)._ref_v)
by_name = h.Pointer("celsius")
by_reference.val = -12
by_name.val = 33
result = {"values": [by_reference.val, soma(0.5).v, by_name.val, h.celsius]}
