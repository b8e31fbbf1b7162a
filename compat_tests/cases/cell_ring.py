"""Five ball-and-stick cells in a ring: spikes go round."""
from neuron import h

h.load_file("stdrun.hoc")

class Cell:
    def __init__(self, number):
        self.number = number
        self.soma = h.Section(name="soma", cell=self)
        self.dend = h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L, self.dend.diam, self.dend.nseg = 200, 1, 5
        self.soma.insert("hh")
        self.dend.insert("pas")
        self.dend.e_pas = -65
        self.synapse = h.ExpSyn(self.dend(0.5))
        self.synapse.tau = 2
        self.detector = h.NetCon(self.soma(0.5)._ref_v, None, sec=self.soma)
        self.spikes = h.Vector()
        self.detector.record(self.spikes)
        self.incoming = []

    def __str__(self):
        return f"Cell[{self.number}]"

cells = [Cell(number) for number in range(5)]
for source, target in zip(cells, cells[1:] + cells[:1]):
    connection = h.NetCon(source.soma(0.5)._ref_v, target.synapse, sec=source.soma)
    connection.weight[0], connection.delay = 0.01, 5
    target.incoming.append(connection)
stim = h.NetStim()
stim.number, stim.start = 1, 2
kick = h.NetCon(stim, cells[0].synapse, 0, 1, 0.04)
v = h.Vector().record(cells[0].soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(60)
result = {"v": v, **{f"spikes_{cell.number}": cell.spikes for cell in cells}}
