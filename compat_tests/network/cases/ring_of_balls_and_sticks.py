"""A ring of cells with dendrites, synapses on the dendrites, and a threshold at each soma."""

from neuron import h

h.load_file("stdrun.hoc")


class BallAndStick:
    def __init__(self, gid):
        self.gid = gid
        self.soma = h.Section(name="soma", cell=self)
        self.dend = h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L, self.dend.diam, self.dend.nseg = 200, 1, 9
        for section in (self.soma, self.dend):
            section.Ra, section.cm = 100, 1
        self.soma.insert("hh")
        for segment in self.soma:
            segment.hh.gnabar, segment.hh.gkbar, segment.hh.gl, segment.hh.el = 0.12, 0.036, 0.0003, -54.3
        self.dend.insert("pas")
        self.dend.g_pas, self.dend.e_pas = 0.001, -65
        self.syn = h.ExpSyn(self.dend(0.5))
        self.syn.tau = 2

    def __repr__(self):
        return f"BallAndStick[{self.gid}]"


cells = [BallAndStick(i) for i in range(5)]
stim = h.NetStim()
stim.number, stim.start = 1, 9
first = h.NetCon(stim, cells[0].syn)
first.delay, first.weight[0] = 1, 0.04
links, spikes = [], [h.Vector() for _ in cells]
for i, source in enumerate(cells):
    link = h.NetCon(source.soma(0.5)._ref_v, cells[(i + 1) % 5].syn, sec=source.soma)
    link.weight[0], link.delay = 0.01, 5
    link.record(spikes[i])
    links.append(link)
h.finitialize(-65)
h.continuerun(100)
result = {f"spikes_{i}": vector for i, vector in enumerate(spikes)}
