"""Unknown names, wrong arguments and unknown files at the top level."""
from neuron import h

soma = h.Section(name="soma")
lines = []

def attempt(label, action):
    try:
        lines.append(f"{label}: returned {action()}")
    except Exception as problem:
        kind = next(base.__name__ for base in type(problem).__mro__ if base.__module__ == "builtins")
        lines.append(f"{label}: {kind}: {problem}")

attempt("foo", lambda: h.foo)
attempt("foo = 1", lambda: setattr(h, "foo", 1))
attempt("t = text", lambda: setattr(h, "t", "a"))
attempt("dt = None", lambda: setattr(h, "dt", None))
attempt("run before stdrun", lambda: h.run())
attempt("load_file", lambda: h.load_file("no_such_file.hoc"))
attempt("finitialize text", lambda: h.finitialize(h.ref("a")))
attempt("pop_section on empty stack", lambda: h.pop_section())
attempt("gnabar_hh", lambda: h.gnabar_hh)
attempt("minf_hh", lambda: h.minf_hh)
attempt("v", lambda: h.v)
attempt("diam", lambda: h.diam)
attempt("distance()", lambda: h.distance(1, 2, 3))
attempt("ion_style", lambda: h.ion_style("foo_ion", sec=soma))
attempt("rates_hh without instance", lambda: h.rates_hh(-65))
attempt("name_declared", lambda: h.name_declared("hh"))
attempt("secname(3)", lambda: h.secname(3))
attempt("x3d", lambda: h.x3d(0, sec=soma))
attempt("SectionRef()", lambda: str(h.SectionRef().sec))
attempt("List of unknown", lambda: h.List("Foo"))
attempt("sec=3", lambda: h.area(0.5, sec=3))
attempt("area(2)", lambda: h.area(2, sec=soma))
result = {"lines": lines}
