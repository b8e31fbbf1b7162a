"""Elementwise arithmetic with Vectors and numbers, in place and through operators."""
from neuron import h

a, b = h.Vector([1, -2, 3.5, 0]), h.Vector([2, 0.5, -1, 4])
result = {
    "add": a.c().add(b), "sub": a.c().sub(b), "mul": a.c().mul(b), "div": a.c().div(b),
    "add_number": a.c().add(2), "mul_number": a.c().mul(-3), "sub_number": a.c().sub(1), "div_number": a.c().div(4),
    "abs": a.c().abs(), "pow": b.c().pow(2), "pow_of": b.c().pow(a, 3), "sqrt": b.c().abs().sqrt(), "log": b.c().abs().log(),
    "log10": b.c().abs().log10(), "tanh": a.c().tanh(), "floor": a.c().floor(), "scale": a.c().scale(-1, 5),
    "operators": (a + b) * 2 - b / 4, "negated": -a, "right": 3 - a,
    "dot": a.dot(b), "mag": a.mag(), "sum": a.sum(), "sumsq": a.sumsq(), "mean": a.mean(), "var": a.var(),
    "stdev": a.stdev(), "stderr": a.stderr(), "min": a.min(), "max": a.max(), "min_ind": a.min_ind(), "max_ind": a.max_ind(),
    "part": [a.sum(1, 2), a.mean(1, 2), a.min(1, 3), a.max_ind(0, 1)], "meansqerr": a.meansqerr(b), "eq": [a.eq(b), a.eq(a.c())],
}
