"""`h.allsec()` and `sec.allseg()` begin anew with every loop over them; a loop over the segments of a section does not."""

from neuron import h

first, second = h.Section(name="first"), h.Section(name="second")
first.nseg = 3
sections, ends, segments = h.allsec(), first.allseg(), iter(first)
for loop in range(2):
    print([sec.name() for sec in sections], [seg.x for seg in ends], [round(seg.x, 3) for seg in segments])
print(next(iter(sections)), next(sections), next(iter(ends)), next(ends))
third = h.Section(name="third")
second.nseg = 2
print([sec.name() for sec in sections], [seg.x for seg in second.allseg()], bool(sections))
try:
    len(sections)
except TypeError as error:
    print(error)
