"""MechanismType inserts, removes, makes point processes and walks through those of a section."""

from neuron import h

s, t = h.Section(name="s"), h.Section(name="t")
s.nseg = 3
clamps = [h.IClamp(s(x)) for x in (0.5, 0.1, 0.9)] + [h.IClamp(t(0.5))]
density, points, box = h.MechanismType(0), h.MechanismType(1), h.ref(None)
print(density.select("hh"), density.make(sec=s), s.has_membrane("hh"), density.remove(sec=s), s.has_membrane("hh"))
print(density.select("k_ion"), density.make(sec=t), t.has_membrane("k_ion"), density.is_ion(), density.code(), density.file())
print(points.select("ExpSyn"), points.make(box), box[0], box[0].has_loc())
print(points.select("NetStim"), points.make(box), box[0])
for section in (s, t):
    points.select("IClamp")
    found, process = [], points.pp_begin(sec=section)
    while process is not None:
        found.append(str(process))
        process = points.pp_next()
    print(section, found)
print(points.remove(sec=s), h.List("IClamp").count())
for action in (lambda: density.pp_begin(), lambda: points.make()):
    try:
        print(action())
    except RuntimeError as error:
        print(error)
