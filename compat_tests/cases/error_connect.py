"""Connections that NEURON refuses: to itself, in a circle, at wrong places."""
from neuron import h

a, b, c = (h.Section(name=name) for name in "abc")
lines = []

def attempt(label, action):
    try:
        lines.append(f"{label}: returned {action()}")
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{label}: {kind}: {problem}")

attempt("number", lambda: b.connect(3))
attempt("nothing", lambda: b.connect())
attempt("x out of range", lambda: b.connect(a(2)))
attempt("child end 0.5", lambda: b.connect(a(1), 0.5))
attempt("child end 2", lambda: b.connect(a, 1, 2))
attempt("parent x 2", lambda: b.connect(a, 2, 0))
attempt("itself", lambda: a.connect(a(1)))
attempt("text", lambda: b.connect("a"))
b.connect(a(1))
c.connect(b(1))
attempt("circle", lambda: a.connect(c(1)))
attempt("after the circle", lambda: h.topology())
result = {"lines": lines}
