"""Two branched cells drawn with points excite and inhibit each other."""
from neuron import h

h.load_file("stdrun.hoc")

class Cell:
    def __init__(self, name, shift):
        self.name = name
        self.soma = h.Section(name="soma", cell=self)
        self.apical = h.Section(name="apical", cell=self)
        self.basal = [h.Section(name=f"basal[{i}]", cell=self) for i in range(2)]
        for sec, points in (
            (self.soma, [(0, 0, 0, 12), (0, 12, 0, 16), (0, 20, 0, 8)]),
            (self.apical, [(0, 20, 0, 3), (5, 120, 4, 2), (9, 260, -7, 0.8)]),
            (self.basal[0], [(0, 0, 0, 2), (-60, -40, 3, 1.1)]),
            (self.basal[1], [(0, 0, 0, 1.8), (70, -30, 9, 0.9)]),
        ):
            for x, y, z, diam in points:
                sec.pt3dadd(x + shift, y, z, diam)
        self.apical.connect(self.soma(1))
        for sec in self.basal:
            sec.connect(self.soma(0))
        for sec in self.soma.wholetree():
            sec.nseg = 1 + 2 * int(sec.L / 40)
            sec.Ra = 120
        self.soma.insert("hh")
        for sec in (self.apical, *self.basal):
            sec.insert("pas")
            sec.g_pas, sec.e_pas = 1e-4, -65

    def __str__(self):
        return self.name

one, two = Cell("one", 0), Cell("two", 200)
up, down = h.Exp2Syn(two.apical(0.4)), h.Exp2Syn(one.basal[0](0.5))
up.e, down.e, up.tau2, down.tau2 = 0, -80, 4, 9
links = [h.NetCon(one.soma(0.5)._ref_v, up, 0, 1.2, 0.03, sec=one.soma), h.NetCon(two.soma(0.5)._ref_v, down, 0, 0.7, 0.02, sec=two.soma)]
clamp = h.IClamp(one.soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 2, 25, 0.6
result = {"v_one": h.Vector().record(one.soma(0.5)._ref_v), "v_two": h.Vector().record(two.soma(0.5)._ref_v), "v_tip": h.Vector().record(two.apical(1)._ref_v)}
spikes = h.Vector()
links[0].record(spikes)
h.finitialize(-65)
h.continuerun(30)
result["spikes"] = spikes
