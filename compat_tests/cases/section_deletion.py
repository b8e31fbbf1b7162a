"""Sections die with their last reference; a segment keeps its section; delete_section kills at once."""
from neuron import h

def names():
    return " ".join(str(sec) for sec in h.allsec()) or "nothing"

lines = []
a, b, c = (h.Section(name=name) for name in "abc")
b.connect(a(1))
c.connect(b(1))
lines.append(names())
segment = b(0.5)
del b
lines.append(names())
lines.append(f"{segment} {segment.sec}")
del segment
lines.append(names())
h.topology()
clamp = h.IClamp(c(0.5))
clamp.amp = 3
h.delete_section(sec=c)
lines.append(names())
for read in (lambda: c.L, lambda: c(0.5), lambda: clamp.get_segment(), lambda: clamp.amp, lambda: c.name(), lambda: clamp.has_loc()):
    try:
        lines.append(str(read()))
    except Exception as problem:
        lines.append(f"{next(k.__name__ for k in type(problem).__mro__ if k.__module__ == 'builtins')}: {problem}")
a = None
lines.append(names())
result = {"lines": lines}
