"""topology() prints a forest: prefixes, segments as dashes, reversed children."""
from neuron import h

class Cell:
    def __init__(self, number):
        self.number = number
        self.soma = h.Section(name="soma", cell=self)
        self.dends = [h.Section(name=f"dend[{i}]", cell=self) for i in range(3)]
        self.axon = h.Section(name="axon", cell=self)
        self.dends[0].connect(self.soma(1))
        self.dends[1].connect(self.dends[0](1))
        self.dends[2].connect(self.dends[0](0.5))
        self.axon.connect(self.soma(0))
        self.axon.nseg = 5
        self.dends[2].nseg = 3

    def __str__(self):
        return f"Cell[{self.number}]"

h.topology()
cells = [Cell(0), Cell(1)]
lone = h.Section(name="lone")
h.topology()
del cells[0]
h.topology()
result = {"names": [str(sec) for sec in h.allsec()]}
