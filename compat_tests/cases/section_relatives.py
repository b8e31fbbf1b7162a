"""parentseg, trueparentseg, children, subtree, wholetree, root: orders as NEURON's."""
from neuron import h

names = ["root", "a", "b", "c", "a1", "a2", "b1", "a11"]
secs = {name: h.Section(name=name) for name in names}
for child, parent, x in (("a", "root", 1), ("b", "root", 0), ("c", "root", 0.5), ("a1", "a", 1), ("a2", "a", 0), ("b1", "b", 0), ("a11", "a1", 0.5)):
    secs[child].connect(secs[parent](x))
lines = []
for name, sec in secs.items():
    lines.append(f"{name} parentseg {sec.parentseg()} trueparentseg {sec.trueparentseg()}")
    lines.append(f"{name} children {[str(s) for s in sec.children()]} subtree {[str(s) for s in sec.subtree()]}")
    lines.append(f"{name} wholetree {[str(s) for s in sec.wholetree()]}")
    reference = h.SectionRef(sec=sec)
    lines.append(f"{name} ref {reference.nchild()} {reference.has_parent()} {reference.has_trueparent()} {reference.root}")
lines += [str(sec) for sec in h.allsec()]
result = {"lines": lines}
