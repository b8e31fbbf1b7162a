"""Least-squares fits: the named functions, and a starting point far away."""

CASES = {
    name: "x = h.Vector([i * 0.25 for i in range(21)]); y = h.Vector(["
    + formula
    + " for t in x]); f = h.Vector();"
    + " p = [h.ref(s) for s in "
    + start
    + "];"
    + " e = y.fit(f, '"
    + function
    + "', x, *p); np.round(e, 6).item(), [round(r[0], 4) for r in p], [round(z, 4) for z in f]"
    for name, function, formula, start in [
        ("line", "line", "2 * t + 1", "(0.5, 0.2)"),
        ("quad", "quad", "0.5 * t * t - 2 * t + 1", "(0.1, 0.5, 0.1)"),
        ("exp1", "exp1", "3 * math.exp(-0.7 * t)", "(1, -1)"),
        ("exp2", "exp2", "3 * math.exp(-0.7 * t) + 2 * math.exp(-3 * t)", "(2, -0.5, 1, -2)"),
        ("charging", "charging", "3 * (1 - math.exp(-t / 2)) + 1 * (1 - math.exp(-t / 0.5))", "(2, 1, 0.5, 0.3)"),
    ]
}

CASES |= {
    "fit with too few parameters": "h.Vector([1, 2]).fit(h.Vector(), 'line', h.Vector([0, 1]), h.ref(1))",
    "fit with too many parameters": "a = h.ref(1); b = h.ref(1); h.Vector([1, 2, 3]).fit(h.Vector(), 'line', h.Vector([0, 1, 2]), a, b, h.ref(1))",
    "fit of another size": "h.Vector([1, 2]).fit(h.Vector(), 'line', h.Vector([0, 1, 2]), h.ref(1), h.ref(1))",
    "fit of an unknown function": "h.Vector([1, 2]).fit(h.Vector(), 'nope_nope', h.Vector([0, 1]), h.ref(1), h.ref(1))",
    "fit without parameters": "h.Vector([1, 2]).fit(h.Vector(), 'line', h.Vector([0, 1]))",
}
