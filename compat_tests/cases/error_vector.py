"""Vectors indexed, built, recorded and combined wrongly."""
from neuron import h

soma = h.Section(name="soma")
v = h.Vector([1, 2, 3])
lines = []

def attempt(label, action):
    try:
        lines.append(f"{label}: returned {action()}")
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{label}: {kind}: {problem}")

attempt("[3]", lambda: v[3])
attempt("[-4]", lambda: v[-4])
attempt(".x[3]", lambda: v.x[3])
attempt("get(9)", lambda: v.get(9))
attempt("set(9, 1)", lambda: v.set(9, 1))
attempt("Vector([text])", lambda: h.Vector(["a"]))
attempt("add different sizes", lambda: list(v.c().add(h.Vector([1, 2]))))
attempt("record number", lambda: h.Vector().record(3))
attempt("record nothing", lambda: h.Vector().record())
attempt("play onto nothing", lambda: h.Vector(3).play())
attempt("max of empty", lambda: h.Vector().max())
attempt("mean of empty", lambda: h.Vector().mean())
attempt("stdev of one", lambda: h.Vector([1]).stdev())
attempt("foo", lambda: v.foo)
attempt("size = 3", lambda: setattr(v, "size", 3))
attempt("remove(9)", lambda: v.remove(9))
attempt("resize(-1)", lambda: v.c().resize(-1).size())
attempt("indwhere", lambda: v.indwhere("<<", 3))
attempt("where", lambda: list(v.c().where("=", 3)))
result = {"lines": lines}
