"""Point processes made or placed wrongly, and unknown parameters."""
from neuron import h

soma = h.Section(name="soma")
lines = []

def attempt(label, action):
    try:
        lines.append(f"{label}: returned {action()}")
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{label}: {kind}: {problem}")

attempt("IClamp(1.5)", lambda: h.IClamp(soma(1.5)))
attempt("IClamp('a')", lambda: h.IClamp("a"))
attempt("IClamp(section)", lambda: h.IClamp(soma))
clamp, loose = h.IClamp(soma(0.5)), h.IClamp()
attempt("foo", lambda: clamp.foo)
attempt("foo = 1", lambda: setattr(clamp, "foo", 1))
attempt("amp = text", lambda: setattr(clamp, "amp", "a"))
attempt("amp = None", lambda: setattr(clamp, "amp", None))
attempt("_ref_foo", lambda: clamp._ref_foo)
attempt("del", lambda: getattr(clamp, "del"))
attempt("loose.amp", lambda: loose.amp)
attempt("loose.amp = 1", lambda: setattr(loose, "amp", 1))
attempt("loose.get_segment", lambda: loose.get_segment())
attempt("loose.has_loc", lambda: loose.has_loc())
attempt("loose.loc()", lambda: loose.loc(soma(0.2)))
attempt("loose.amp after loc", lambda: loose.amp)
attempt("loc('a')", lambda: clamp.loc("a"))
attempt("calling amp", lambda: clamp.amp(1))
result = {"lines": lines}
