"""A cell built in a function, found again through allsec and by name."""
from neuron import h

def build(prefix, count):
    secs = [h.Section(name=f"{prefix}_{i}") for i in range(count)]
    for child, parent in zip(secs[1:], secs):
        child.connect(parent(1))
    return secs

left, right = build("left", 3), build("right", 2)
by_name = {sec.name(): sec for sec in h.allsec()}
roots = [str(sec) for sec in h.allsec() if sec.parentseg() is None]
result = {
    "names": list(by_name), "roots": roots, "same": [str(by_name["left_1"] == left[1]), str(by_name["right_0"] is right[0])],
    "count": len(list(h.allsec())), "trees": [" ".join(str(s) for s in sec.subtree()) for sec in (left[0], left[1], right[0])],
}
