"""RANDOM variables and NetStim's choice of a stream."""

_S = "s = h.NetStim(); "
_IDS = "list(s.ranvar.get_ids()), s.ranvar.get_seq()"

CASES = {
    "new streams count up": "a, b = h.NetStim(), h.NetStim(); x, y = a.ranvar.get_ids(), b.ranvar.get_ids(); list(y - x)[2], list(x)[:2]",
    "draws": _S + "s.noiseFromRandom123(1, 2, 3); s.ranvar.uniform(), s.ranvar.uniform(5), s.ranvar.get_seq(), s.erand()",
    "set_seq": _S + "s.noiseFromRandom123(1, 2, 3); s.ranvar.set_seq(7).get_seq(), s.ranvar.uniform()",
    "set_seq beyond": _S + "[s.ranvar.set_seq(x).get_seq() for x in (-1, -4, 2**34, 2**34 + 7, 1e20, 5.9, -0.5, 2**34 - 1)]",
    "set_ids keeps the place": _S + "s.ranvar.set_seq(7).set_ids(4, 5, 6); " + _IDS,
    "set_ids of two": _S + "s.ranvar.set_ids(1, 2)",
    "set_ids below zero": _S + "s.ranvar.set_ids(-1, 2, 3)",
    "set_ids above 32 bits": _S + "s.ranvar.set_ids(2**32, 2, 3)",
    "set_seq of nothing": _S + "s.ranvar.set_seq()",
    "get_ids is a new Vector": _S + "s.noiseFromRandom123(1, 2, 3); v = h.Vector([9]); s.ranvar.get_ids(v), v",
    "each handle is new": _S + "s.ranvar is s.ranvar, s.ranvar == s.ranvar",
    "one that belongs to nothing": "h.NMODLRandom().uniform()",
    "one whose NetStim is gone": _S + "r = s.ranvar; del s; r.get_seq()",
    "a stream can't be assigned": _S + "s.ranvar = 3",
    "a stream is no number": _S + "s._ref_ranvar",
    "seed moves the stream": _S + "s.seed(5), s.ranvar.get_seq()",
    "noiseFromRandom copies": (
        _S + "r = h.Random(); r.Random123(4, 5, 6); r.uniform(0, 1); s.noiseFromRandom(r), " + _IDS + ", s.erand(), r.seq()"
    ),
    "noiseFromRandom of a new Random": _S + "s.noiseFromRandom(h.Random()); " + _IDS,
    "noiseFromRandom of nothing": _S + "s.noiseFromRandom()",
    "noiseFromRandom of MCellRan4": _S + "r = h.Random(); r.MCellRan4(1); s.noiseFromRandom(r)",
    "noiseFromRandom of a number": _S + "s.noiseFromRandom(3)",
    "noiseFromRandom of a Vector": _S + "s.noiseFromRandom(h.Vector())",
    "noiseFromRandom of None": _S + "s.noiseFromRandom(None)",
    "noiseFromRandom123 of three": _S + "s.noiseFromRandom123(7, 8, 9), " + _IDS,
    "noiseFromRandom123 of two": _S + "s.noiseFromRandom123(7, 8), " + _IDS,
    "noiseFromRandom123 of one moves only": _S + "s.noiseFromRandom123(7, 8); s.erand(); s.noiseFromRandom123(1), " + _IDS,
    "noiseFromRandom123 beyond 32 bits": _S + "s.noiseFromRandom123(-1, 1e12, 2.7), " + _IDS,
    "noiseFromRandom123 of a string": _S + "s.noiseFromRandom123('a', 2)",
    "invl draws": _S + "s.noiseFromRandom123(7, 8); s.noise = 1; s.invl(3), s.ranvar.get_seq()",
    "the global index": (
        "r = h.Random(); r.Random123_globalindex(5); s = h.NetStim(); s.noiseFromRandom123(7, 8, 9); a = s.erand();"
        " r.Random123_globalindex(0); s.seed(0); a, s.erand()"
    ),
}
