"""A point process whose section died: loc revives it with default parameters."""
from neuron import h

h.load_file("stdrun.hoc")
old, new = h.Section(name="old"), h.Section(name="new")
new.insert("pas")
clamp = h.IClamp(old(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 2, 3
lines = [f"{clamp.amp} {clamp.get_segment()} {clamp.has_loc()}"]
del old
lines.append(f"{clamp.get_segment()} {clamp.has_loc()}")
clamp.loc(new(0.5))
lines.append(f"{clamp.amp} {clamp.dur} {clamp.delay} {clamp.get_segment()} {clamp.has_loc()}")
clamp.dur, clamp.amp = 1, 1
v = h.Vector().record(new(0.5)._ref_v)
h.finitialize(-70)
h.continuerun(2)
result = {"lines": lines, "v": v}
