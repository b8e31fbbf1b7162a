"""cvode.netconlist by cell, by pattern and by target."""

from neuron import h

h.load_file("stdrun.hoc")


class Cell:
    def __init__(self, name):
        self.name = name
        self.soma = h.Section(name="soma", cell=self)
        self.synapse = h.ExpSyn(self.soma(0.5))

    def __str__(self):
        return self.name


cells = [Cell(f"Cell_{k}") for k in range(3)]
links = [h.NetCon(a.soma(0.5)._ref_v, b.synapse, sec=a.soma) for a in cells for b in cells if a is not b]
fire = h.IntFire1()
links.append(h.NetCon(fire, cells[0].synapse))
cvode = h.CVode()
counts = [
    len(cvode.netconlist("", "", "")),
    len(cvode.netconlist(fire, "", "")),
    len(cvode.netconlist("", "", cells[0].synapse)),
]
counts += [len(cvode.netconlist("", "", fire))]
result = {"counts": counts}
