"""SectionRef: sec, parent, trueparent, child, nchild, and what it says without a parent."""
from neuron import h

soma, dend, tip = (h.Section(name=name) for name in ("soma", "dend", "tip"))
dend.connect(soma(0.3))
tip.connect(dend(1))
reference = h.SectionRef(sec=dend)
facts = [str(reference.sec), str(reference.parent), str(reference.trueparent), str(reference.root), str(reference.child[0])]
facts += [str(reference.nchild()), str(reference.has_parent()), str(reference.exists()), str(reference.is_cas())]
try:
    facts.append(str(h.SectionRef(sec=soma).parent))
except Exception as problem:
    facts.append(str(problem))
del tip
facts.append(str(reference.nchild()))
result = {"facts": facts}
