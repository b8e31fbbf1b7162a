"""A class derived from Section's, and attributes of its own."""
from neuron import h

class Dendrite(type(h.Section(name="model"))):
    def __init__(self, name, length):
        super().__init__(name=name)
        self.L = length
        self.label = f"{name} of {length}"

dendrite = Dendrite("twig", 42)
result = {"lines": [repr(dendrite), dendrite.label, str(isinstance(dendrite, type(h.Section(name="other"))))], "L": dendrite.L}
