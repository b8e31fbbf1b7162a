"""indwhere, indvwhere, where, index, sort, sortindex, reverse, rotate and their kin."""
from neuron import h

v = h.Vector([3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
result = {
    "sort": v.c().sort(), "sortindex": v.sortindex(), "reverse": v.c().reverse(), "rotate": v.c().rotate(3),
    "rotate_back": v.c().rotate(-2), "rotate_zero": v.c().rotate(3, 0), "where": h.Vector().where(v, ">", 3),
    "where_range": h.Vector().where(v, "[)", 2, 5), "where_self": v.c().where("<=", 2), "indwhere": [v.indwhere(op, 3) for op in ("==", "!=", ">", "<", ">=", "<=")],
    "indwhere_range": [v.indwhere(op, 2, 5) for op in ("[]", "[)", "(]", "()")], "indwhere_none": v.indwhere("==", 77),
    "indvwhere": h.Vector().indvwhere(v, ">=", 5), "indvwhere_self": v.c().indvwhere("()", 1, 5),
    "index": h.Vector().index(v, h.Vector([0, 2, 4])), "index_out": v.ind(h.Vector([0, 9])),
    "median": v.median(), "addrand_size": v.c().size(), "resample": v.resample(v.c(), 2),
}
