"""A clamp moved to another section with loc acts there in the next run."""
from neuron import h

h.load_file("stdrun.hoc")
left, right = h.Section(name="left"), h.Section(name="right")
for sec in (left, right):
    sec.nseg = 3
    sec.insert("pas")
clamp = h.IClamp(left(0.5))
clamp.dur, clamp.amp = 10, 1
v_left = h.Vector().record(left(0.5)._ref_v)
v_right = h.Vector().record(right(0.9)._ref_v)
places = [str(clamp.get_segment())]
h.finitialize(-70)
h.continuerun(1)
result = {"v_left_1": v_left.c(), "v_right_1": v_right.c()}
clamp.loc(right(0.9))
places += [str(clamp.get_segment()), str(clamp.get_loc()), h.cas().name()]
h.pop_section()
h.finitialize(-70)
h.continuerun(1)
result.update(v_left_2=v_left.c(), v_right_2=v_right.c(), places=places)
