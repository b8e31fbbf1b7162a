"""SectionList: append, remove, subtree, wholetree, children, allroots, unique, contains, printnames."""
from neuron import h

root, a, b, c, other = (h.Section(name=name) for name in ("root", "a", "b", "c", "other"))
a.connect(root(1))
b.connect(root(0))
c.connect(a(1))
lines = []

def show(label, sections):
    lines.append(f"{label}: {' '.join(str(sec) for sec in sections)}")

some = h.SectionList([c, root])
some.append(a)
a.push()
some.append()
h.pop_section()
show("appended", some)
show("unique removed", [some.unique()])
show("unique", some)
some.remove(sec=a)
show("removed", some)
for method in ("subtree", "wholetree", "children"):
    fresh = h.SectionList()
    getattr(fresh, method)(sec=a)
    show(method, fresh)
roots = h.SectionList()
roots.allroots()
show("roots", roots)
show("contains", [some.contains(sec=c), some.contains(sec=other), c in list(some)])
show("length", [len(list(h.SectionList([a, b])))])
some.printnames()
del c
show("after deletion", some)
result = {"lines": lines}
