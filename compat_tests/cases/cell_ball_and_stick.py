"""A ball and stick with hh in the ball, pas in the stick, and a synapse halfway."""
from neuron import h
from neuron.units import ms, mV

h.load_file("stdrun.hoc")

class BallAndStick:
    def __init__(self, gid):
        self.gid = gid
        self.soma = h.Section(name="soma", cell=self)
        self.dend = h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L, self.dend.diam = 200, 1
        for sec in self.soma.wholetree():
            sec.Ra, sec.cm = 100, 1
        self.soma.insert(h.hh)
        for seg in self.soma:
            seg.hh.gnabar, seg.hh.gkbar, seg.hh.gl, seg.hh.el = 0.12, 0.036, 0.0003, -54.3
        self.dend.insert(h.pas)
        for seg in self.dend:
            seg.pas.g, seg.pas.e = 0.001, -65

    def __repr__(self):
        return f"BallAndStick[{self.gid}]"

cell = BallAndStick(0)
clamp = h.IClamp(cell.dend(1))
clamp.delay, clamp.dur, clamp.amp = 5, 1, 0.1
h.topology()
v_soma = h.Vector().record(cell.soma(0.5)._ref_v)
v_dend = h.Vector().record(cell.dend(0.5)._ref_v)
result = {}
for amplitude in (0.075, 0.3):
    for nseg in (1, 101):
        cell.dend.nseg = nseg
        clamp.amp = amplitude
        h.finitialize(-65 * mV)
        h.continuerun(12 * ms)
        result[f"v_soma_{nseg}_{amplitude}"] = v_soma.c()
result["v_dend"] = v_dend
