"""Least-squares fits: the named functions, hoc functions, and misuse."""

X = "x = h.Vector([i * 0.25 for i in range(21)]); f = h.Vector(); "


def _fit(formula: str, function: str, start: str) -> str:
    """Returns the fit of points on a formula in t, and what it leaves in the parameters and the curve."""
    return (
        f"{X}y = h.Vector([{formula} for t in x]); p = [h.ref(s) for s in {start}];"
        f" y.fit(f, '{function}', x, *p), [r[0] for r in p], f"
    )


CASES = {
    "line": _fit("2 * t + 1", "line", "(0.5, 0.2)"),
    "line from far away": _fit("2 * t + 1", "line", "(-50, 20)"),
    "line from zero": _fit("2 * t + 1", "line", "(0, 0)"),
    "quad": _fit("0.5 * t * t - 2 * t + 1", "quad", "(0.1, 0.5, 0.1)"),
    "exp1": _fit("3 * math.exp(-0.7 * t)", "exp1", "(1, 1)"),
    "exp1 with a time constant below zero": _fit("3 * math.exp(-0.7 * t)", "exp1", "(1, -1)"),
    "exp2": _fit("3 * math.exp(-0.7 * t) + 2 * math.exp(-3 * t)", "exp2", "(2, 2, 1, 0.5)"),
    "charging": _fit("3 * (1 - math.exp(-t / 2)) + 1 - math.exp(-t / 0.5)", "charging", "(2, 1, 0.5, 0.3)"),
    "more parameters than the function has": _fit("2 * t + 1", "line", "(0.5, 0.2, 7)"),
    "again from where it ended": (
        X + "y = h.Vector([2 * t + 1 for t in x]); a, b = h.ref(0.5), h.ref(0.2);"
        " [y.fit(f, 'line', x, a, b) for _ in range(3)], a[0], b[0]"
    ),
    "parameters in a Vector": X + "y = h.Vector([2 * t + 1 for t in x]); q = h.Vector([0.5, 0.2]);"
    " y.fit(f, 'line', x, q._ref_x[0], q._ref_x[1]), q",
    "a hoc function": X + "h('func parabola() { return $2 * $1 * $1 + $3 }');"
    " y = h.Vector([2 * t * t + 1 for t in x]); a, b = h.ref(0.5), h.ref(0.2);"
    " y.fit(f, 'parabola', x, a, b), a[0], b[0], f",
    "of nothing": "h.Vector().fit(h.Vector(), 'line', h.Vector(), h.ref(1), h.ref(2))",
    "the curve takes the size of the data": (
        "f = h.Vector(7); h.Vector([1, 2, 3]).fit(f, 'line', h.Vector([1, 2, 3]), h.ref(1), h.ref(2)); f.size()"
    ),
    "too few parameters for line": "h.Vector([1, 2]).fit(h.Vector(), 'line', h.Vector([0, 1]), h.ref(1))",
    "too few parameters for exp1": "h.Vector([1, 2]).fit(h.Vector(), 'exp1', h.Vector([0, 1]), h.ref(1))",
    "too few parameters for exp2": "h.Vector([1, 2]).fit(h.Vector(), 'exp2', h.Vector([0, 1]), h.ref(1))",
    "too few parameters for charging": "h.Vector([1, 2]).fit(h.Vector(), 'charging', h.Vector([0, 1]), h.ref(1))",
    "too few parameters for quad": "h.Vector([1, 2]).fit(h.Vector(), 'quad', h.Vector([0, 1]), h.ref(1))",
    "a number for a parameter": "h.Vector([1, 2]).fit(h.Vector(), 'line', h.Vector([0, 1]), 3, h.ref(1))",
    "a number for the curve": "h.Vector([1, 2]).fit(3, 'line', h.Vector([0, 1]), h.ref(1), h.ref(1))",
    "a number for the function": "h.Vector([1, 2]).fit(h.Vector(), 4, h.Vector([0, 1]), h.ref(1), h.ref(1))",
    "a number for the places": "h.Vector([1, 2]).fit(h.Vector(), 'line', 3)",
    "no places": "h.Vector([1, 2]).fit(h.Vector(), 'line')",
    "another size": "h.Vector([1, 2]).fit(h.Vector(), 'line', h.Vector([0, 1, 2]), h.ref(1), h.ref(1))",
}
