"""distance in its old and new forms, over branches and both ends."""
from neuron import h

soma = h.Section(name="soma")
left = h.Section(name="left")
right = h.Section(name="right")
far = h.Section(name="far")
for sec, length in ((soma, 21), (left, 102.5), (right, 77), (far, 33.3)):
    sec.L, sec.nseg = length, 3
left.connect(soma(0))
right.connect(soma(1))
far.connect(right(0.6))
h.distance(0, soma(0.5))
result = {"from_origin": [h.distance(seg) for sec in h.allsec() for seg in sec.allseg()]}
result["between"] = [h.distance(left(1), far(x)) for x in (0, 0.25, 0.5, 1)]
h.distance(sec=left)
result["old_form"] = [h.distance(0.5, sec=far), h.distance(1, sec=soma), h.distance(0, sec=left)]
lone = h.Section(name="lone")
result["unconnected"] = h.distance(lone(0), far(1))
