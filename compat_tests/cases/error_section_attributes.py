"""Wrong values and names on sections: the exceptions and their messages."""
from neuron import h

soma, dend = h.Section(name="soma"), h.Section(name="dend")
soma.insert("hh")
lines = []

def attempt(label, action):
    try:
        lines.append(f"{label}: returned {action()}")
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{label}: {kind}: {problem}")

for name, value in (("nseg", 0), ("nseg", -3), ("nseg", 40000), ("nseg", 2.5), ("nseg", "a"), ("L", 0), ("L", -1), ("L", "a"), ("Ra", "a"), ("Ra", 0), ("Ra", -2), ("diam", "a"), ("cm", None), ("foo", 3), ("gnabar_pas", 1), ("rallbranch", 0)):
    attempt(f"{name} = {value!r}", lambda: setattr(soma, name, value))
for x in (-0.1, 1.1, 2):
    attempt(f"soma({x!r})", lambda: soma(x))
attempt("soma()", lambda: soma())
attempt("soma.foo", lambda: soma.foo)
attempt("soma(0.5).foo", lambda: soma(0.5).foo)
attempt("soma(0.5).pas", lambda: soma(0.5).pas)
attempt("soma(0.5).hh.foo", lambda: soma(0.5).hh.foo)
attempt("soma(0).hh", lambda: soma(0).hh)
attempt("soma(1).hh.gnabar", lambda: soma(1).hh.gnabar)
attempt("soma(1).gnabar_hh", lambda: soma(1).gnabar_hh)
attempt("soma(0.5).v = text", lambda: setattr(soma(0.5), "v", "a"))
attempt("soma(0.5).foo = 1", lambda: setattr(soma(0.5), "foo", 1))
attempt("soma(0.5).hh.foo = 1", lambda: setattr(soma(0.5).hh, "foo", 1))
attempt("soma(0.5)._ref_foo", lambda: soma(0.5)._ref_foo)
attempt("dend.gnabar_hh", lambda: dend.gnabar_hh)
attempt("dend.gnabar_hh = 1", lambda: setattr(dend, "gnabar_hh", 1))
attempt("insert foo", lambda: soma.insert("foo"))
attempt("insert 3", lambda: soma.insert(3))
attempt("insert IClamp", lambda: soma.insert("IClamp"))
attempt("uninsert foo", lambda: soma.uninsert("foo"))
attempt("uninsert pas", lambda: soma.uninsert("pas"))
attempt("has_membrane foo", lambda: soma.has_membrane("foo"))
attempt("Section(foo=1)", lambda: h.Section(foo=1))
attempt("Section(name=3)", lambda: h.Section(name=3))
result = {"lines": lines, "nseg": soma.nseg, "L": soma.L}
