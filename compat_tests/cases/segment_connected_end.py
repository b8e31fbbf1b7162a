"""A connected end has the parent's node: its mechanisms, its point processes, equality; what lies there goes along."""
from neuron import h

parent, child, sibling = (h.Section(name=name) for name in ("parent", "child", "sibling"))
for section in (parent, child):
    section.nseg = 3
parent.insert("hh")
child.insert("pas")
child.connect(parent(0.5), 0)
sibling.connect(child(1), 1)
lines = []

def attempt(action):
    try:
        lines.append(repr(action()))
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{kind}: {problem}")

segments = [segment for section in (parent, child, sibling) for segment in section.allseg()]
for one in segments:
    attempt(lambda: [str(other) for other in segments if one == other])
    attempt(lambda: [mechanism.name() for mechanism in one])
    attempt(lambda: one.hh.gnabar)
    attempt(lambda: one.pas.g)
attempt(lambda: len(set(segments)))
child(0).hh.gnabar = 0.2
attempt(lambda: parent(0.5).hh.gnabar)

clamps = [h.IClamp(parent(0.5)), h.IClamp(child(0)), h.IClamp(parent(0.5)), h.IClamp(child(0.2)), h.IClamp(child(1))]
synapse = h.ExpSyn(child(0))
clamps[1].dur, clamps[1].amp = 5, 0.5

def show():
    for clamp in clamps:
        attempt(lambda: (clamp.get_segment(), clamp.has_loc()))
    for section in (parent, child):
        for segment in section.allseg():
            lines.append(f"{segment}: {segment.point_processes()}")
    attempt(lambda: [[sorted(str(p) for p in ps) for ps in s.psection()["point_processes"].values()] for s in (parent, child)])

def respond():
    h.finitialize(-65)
    for _ in range(20):
        h.fadvance()
    return [section(x).v for section in (parent, child) for x in (0.5, 1)]

show()
voltages = [respond()]
child.disconnect()
show()
voltages.append(respond())
child.connect(parent(1), 1)
show()
voltages.append(respond())
parent.nseg = 5
child.nseg = 5
show()
kind = h.MechanismType(1)
kind.select("IClamp")
process = kind.pp_begin(sec=child)
while process is not None:
    lines.append(str(process))
    process = kind.pp_next()
child.disconnect()
child.connect(parent(0.1), 0)
show()
voltages.append(respond())
h.delete_section(sec=child)
for each in (*clamps, synapse):
    attempt(lambda: (each.get_segment(), each.has_loc()))
result = {"lines": lines, "voltages": voltages}
