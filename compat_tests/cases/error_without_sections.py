"""What works and what fails in a NEURON without sections."""
from neuron import h

lines = []

def attempt(label, action):
    try:
        lines.append(f"{label}: returned {action()}")
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{label}: {kind}: {problem}")

attempt("cas", lambda: h.cas())
attempt("secname", lambda: h.secname())
attempt("area", lambda: h.area(0.5))
attempt("L", lambda: h.L)
attempt("finitialize", lambda: h.finitialize(-65))
attempt("fadvance", lambda: h.fadvance())
attempt("t", lambda: h.t)
attempt("allsec", lambda: list(h.allsec()))
attempt("topology", lambda: h.topology())
attempt("psection", lambda: h.psection())
attempt("SectionRef", lambda: h.SectionRef())
attempt("IClamp", lambda: h.IClamp(0.5))
result = {"lines": lines}
