"""h.Random beside its draws: arguments, refusals, places in the sequence, global indices."""

_R = "r = h.Random(); "
_R123 = "r = h.Random(); r.Random123(1, 2, 3); "
_MANY = "[r.repick() for _ in range(6)]"

CASES = {
    "a new one is normal": _R + _MANY,
    "seeds are cut to 32 bits": "[h.Random(s).uniform(0, 1) for s in (0, 1, 2.7, -1, 2**32 - 1, 2**32, 1e12, 1e30)]",
    "sizes": "[h.Random(1, s).uniform(0, 1) for s in (7, 7.5, 55, 98)]",
    "a size too small": "h.Random(1, 6)",
    "a size too large": "h.Random(1, 99)",
    "a seed that is a string": "h.Random('a')",
    "a seed that is None": "h.Random(None)",
    "Random123 without identifiers": _R + "r.Random123(), r.uniform(0, 1), r.seq()",
    "Random123 of one": _R + "r.Random123(5), r.uniform(0, 1)",
    "Random123 of two": _R + "r.Random123(5.7, 2), r.uniform(0, 1)",
    "Random123 below zero": _R + "r.Random123(1, 2, -3)",
    "Random123 above 32 bits": _R + "r.Random123(2**32)",
    "Random123 of a string": _R + "r.Random123('a')",
    "MCellRan4 of one": _R + "r.MCellRan4(5), r.seq(), r.uniform(0, 1), r.seq()",
    "MCellRan4 of two": _R + "r.MCellRan4(5, 1), r.seq(), r.uniform(0, 1), r.seq()",
    "MCellRan4 below zero": _R + "r.MCellRan4(-3)",
    "MCellRan4 above 32 bits": _R + "r.MCellRan4(1, 2**32)",
    "there is no ACG": _R + "r.ACG()",
    "seq keeps the second deviate": _R123 + "r.normal(0, 1); [r.repick(), r.seq(0), r.repick(), r.repick(), r.repick()]",
    "a new normal has no second deviate": _R123 + "r.normal(0, 1), r.uniform(0, 1), r.normal(0, 1), r.seq()",
    "Random123 keeps the second deviate": _R123 + "r.normal(0, 1); r.Random123(4, 5, 6); [r.seq(), r.repick(), r.seq()]",
    "seq at the end of the stream": _R123 + "r.uniform(0, 1); r.seq(2**34 - 3), " + _MANY + ", r.seq()",
    "seq of a fraction": _R123 + "r.seq(5.7), r.uniform(0, 1)",
    "seq beyond the stream": _R123 + "r.seq(2**34)",
    "seq just beyond the stream": _R123 + "r.seq(2**34 - 0.5)",
    "seq below zero": _R123 + "r.seq(-1)",
    "seq of a string": _R123 + "r.seq('a')",
    "seq of MCellRan4": _R + "r.MCellRan4(5); r.uniform(0, 1); r.seq(), r.seq(2**32 - 2), " + _MANY + ", r.seq()",
    "seq of MCellRan4 beyond 32 bits": _R + "r.MCellRan4(5); [r.seq(s) for s in (2**32, 2**32 + 5, 5.7, 1e11, 1e15)]",
    "the global index counts from the next block": (
        _R123
        + "r.uniform(0, 1); a = r.Random123_globalindex(7), "
        + _MANY
        + "; r.seq(0); b = "
        + _MANY
        + "; r.Random123_globalindex(0); a, b, r.Random123_globalindex(), "
        + _MANY
    ),
    "the global index counts at once after seq": (
        _R123
        + "r.Random123_globalindex(8); r.seq(2); a = r.uniform(0, 1), r.repick(), r.repick(); r.Random123_globalindex(0); a"
    ),
    "the global index below zero": _R + "r.Random123_globalindex(-1)",
    "the low index counts at once": (
        _R + "r.MCellRan4(5); r.uniform(0, 1); h.mcell_ran4_init(3); a = " + _MANY + "; h.mcell_ran4_init(0), a, " + _MANY
    ),
    "mcell_ran4_init returns the last": "a = h.mcell_ran4_init; a(1.7), a(), a(0), a()",
    "mcell_ran4_init below zero": "h.mcell_ran4_init(-1)",
    "mcell_ran4_init above 32 bits": "h.mcell_ran4_init(2**32)",
    "mcell_ran4_init of a string": "h.mcell_ran4_init('a')",
    "mcell_ran4 moves the index": "i = h.ref(1); [h.mcell_ran4(i) for _ in range(4)], i[0]",
    "mcell_ran4 of many": "i = h.ref(1); v = h.Vector(3); h.mcell_ran4(i, v._ref_x[0], 3, 10), i[0], v",
    "mcell_ran4 at the last index": "i = h.ref(2**32 - 1); h.mcell_ran4(i), i[0]",
    "mcell_ran4 of a fraction": "i = h.ref(1.7); h.mcell_ran4(i), i[0]",
    "mcell_ran4 without an index": "h.mcell_ran4()",
    "mcell_ran4 of a number": "h.mcell_ran4(2)",
    "use_mcell_ran4": "h.use_mcell_ran4(1), h.use_mcell_ran4(), h.use_mcell_ran4(0.5), h.use_mcell_ran4(0)",
    "use_mcell_ran4 of two": "h.use_mcell_ran4(2)",
    "uniform between equals": _R123 + "r.uniform(3, 3)",
    "uniform ignores the third": _R123 + "r.uniform(1, 2, 3)",
    "uniform of one": _R + "r.uniform(1)",
    "uniform of a string": _R + "r.uniform('a', 1)",
    "discunif of fractions": _R123 + "r.discunif(-3.5, 2.5), " + _MANY,
    "discunif of large numbers": _R123 + "r.discunif(1e12, 1e13), r.discunif(-1e19, 1e19)",
    "normal without variance": _R123 + "r.normal(1, 0), r.repick()",
    "normal of negative variance": _R123 + "r.normal(1, -1), r.repick()",
    "lognormal around zero": _R123 + "r.lognormal(0, 1), " + _MANY,
    "lognormal of a negative mean": _R123 + "r.lognormal(-2, 1), " + _MANY,
    "lognormal without variance": _R123 + "r.lognormal(2, 0), " + _MANY,
    "binomial of no trials": _R123 + "r.binomial(0, 0.3), r.repick(), r.seq()",
    "binomial of a fraction": _R123 + "r.binomial(10.7, 0.3), " + _MANY,
    "binomial of too many": _R123 + "r.binomial(1e12, 0.3), r.seq()",
    "binomial below zero": _R + "r.binomial(-2, 0.3)",
    "binomial of a chance above one": _R + "r.binomial(3, 1.5)",
    "poisson of zero": _R123 + "r.poisson(0), " + _MANY,
    "poisson below zero": _R123 + "r.poisson(-1), r.repick(), r.seq()",
    "poisson just below the largest": _R123 + "r.poisson(745.1), r.repick()",
    "geometric of zero": _R123 + "r.geometric(0), " + _MANY,
    "geometric below zero": _R + "r.geometric(-0.5)",
    "geometric above one": _R + "r.geometric(1.5)",
    "hypergeo of small variance": _R123 + "r.hypergeo(2, 3), r.repick()",
    "hypergeo of no mean": _R123 + "r.hypergeo(0, 4), r.repick()",
    "negexp of zero and less": _R123 + "r.negexp(0), r.negexp(-1)",
    "erlang at the limits": _R123 + "[r.erlang(*a) for a in ((0.1, 2), (0, 1), (3, 0), (-3, 2))], r.seq()",
    "weibull at the limits": _R123 + "[r.weibull(*a) for a in ((2, -1), (2, 3), (-2, 3), (0, 1))]",
    "setrand of a part": _R123 + "r.uniform(0, 1); h.Vector(5, 7).setrand(r, 1, 3), r.seq()",
    "setrand of nothing": _R123 + "r.normal(0, 1); h.Vector().setrand(r), r.seq()",
    "addrand": _R123 + "r.normal(0, 1); h.Vector(5, 7).addrand(r), r.repick(), r.seq()",
    "play without a reference": _R + "r.play()",
    "play of a number": _R + "r.play(3)",
    "an unknown method": _R + "r.nosuch()",
}
