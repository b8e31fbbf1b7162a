"""PointProcessManager: one point process of changing type that remembers its parameters."""

from neuron import h

h.load_file("nrngui.hoc")
s, t = h.Section(name="s"), h.Section(name="t")
t.connect(s(1))
t.nseg = 3
p = h.PointProcessManager(0, sec=t)
print(p, p.pp, p.v1, p.dist())
p.maction(0)
print(p.pp, p.pp.get_segment(), p.pp.dur)
p.pp.dur = 7
p.maction(2)
print(p.pp, p.pp.get_segment(), h.List("IClamp").count())
p.maction(0)
print(p.pp, p.pp.dur)
h.hoc_ac_ = 0.9
p.move(sec=t)
print(p.pp.get_segment(), p.dist())
p.maction(-1)
print(p.pp)
for name in ("mt", "sec", "ppname"):
    print(hasattr(p, name))
