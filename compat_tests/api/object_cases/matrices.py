"""h.Matrix."""

_M = (
    "L = lambda m: [[m.getval(i, j) for j in range(int(m.ncol()))] for i in range(int(m.nrow()))];"
    " a = h.Matrix(3, 3); a.from_vector(h.Vector([4, 1, 2, 1, 3, 0, 2, 0, 5])); b = h.Matrix(2, 3);"
    " b.from_vector(h.Vector([1, 4, 2, 5, 3, 6])); v = h.Vector([1, 2, 3]); o = h.Matrix(); e = h.ref(0); "
)
_S = _M + "s = h.Matrix(3, 3, 2); s.setval(0, 1, 5); s.setval(1, 0, 2); s.setval(2, 2, 3); "

SHOWN = (
    "L(h.Matrix())", "L(h.Matrix(2, 3))", "a.nrow(), b.ncol()", "a.x[0][1], len(a.x), len(a.x[0])", "a.x", "a.x[0]",
    "a.getval(1.7, 0)", "a.setval(0, 0, 9), L(a)", "L(a.c()), a.c() is a", "L(a.c().muls(2))", "L(a.mulm(a))",
    "L(b.mulm(a))", "a.mulv(v)", "w = h.Vector(1); a.mulv(v, w), w", "a.mulv(v, v), v", "L(a.c().add(a))",
    "a.getrow(1)", "a.getcol(2)", "a.getrow(0, v), v", "[a.getdiag(k).to_python() for k in (-2, -1, 0, 1, 2)]",
    "L(a.setrow(0, v))", "L(a.setrow(0, 7))", "L(a.setcol(1, v))", "L(a.setcol(1, 5))", "L(a.setdiag(0, v))",
    "L(a.setdiag(1, v))", "L(a.setdiag(-1, v))", "L(a.setdiag(-2, 6))",
    "L(h.Matrix(2, 4).setdiag(2, h.Vector([1, 2])))", "L(h.Matrix(4, 2).setdiag(-2, h.Vector([1, 2, 3, 4])))",
    "L(a.zero())", "L(a.ident())", "L(b.ident())", "L(a.resize(2, 4))", "L(a.resize(4, 2))", "L(a.inverse())",
    "L(a.inverse(a))", "L(a.transpose())", "a.det(e), e[0]", "h.Matrix(2, 2).det(e), e[0]", "a.muls(1e3).det(e), e[0]",
    "a.solv(v)", "a.solv(v, h.Vector())", "a.solv(v), a.setval(0, 0, 9), a.solv(v, 1), a.solv(v)", "L(a.exp())",
    "L(a.pow(3))", "L(a.pow(0))", "a.to_vector()", "L(b), b.to_vector()", "b.svd()", "a.symmeig(o)",
    "a.symmeig(o); [abs(x) for x in o.to_vector()]", "u = h.Matrix(); b.svd(u, o); L(u), L(o)", "a.printf()",
    "a.printf('%5.1f ')", "a.printf('%g ', ';')", "L(a.bcopy(0, 1, 2, 2))", "L(a.bcopy(0, 1, 2, 2, h.Matrix(3, 3)))",
    "L(a.bcopy(0, 0, 2, 2, 1, 1, h.Matrix(4, 4)))", "L(a.add(a, o)), L(a)", "L(a.muls(2, o)), L(a)",
    "L(a.mulm(a, o)), L(o)", "L(a.c(o))", "a.x[0][1] = 9; L(a)", "L(h.Matrix(2, 2).set(9, 8, 7, 6))",
    "f = h.File(); f.mktemp(); f.wopen(); b.fprint(f), b.fprint(0, f, '%g,', ';'); f.close(); f.ropen(); o.scanf(f), L(o)",
    "f = h.File(); f.mktemp(); f.wopen(); b.fprint(0, f); f.close(); f.ropen(); o.scanf(f, 3, 2), L(o)",
)
REFUSED = (
    "h.Matrix(-1, 2)", "h.Matrix('a')", "h.Matrix(3, 'a')", "h.Matrix(0, 0)", "h.Matrix(2, 2, 4)", "a.x[5][5]",
    "a.x[0][-1]", "a.getval(0, 5)", "a.getval(-1, 0)", "a.setval(9, 0, 4)", "a.mulm(b)", "a.mulv(h.Vector(2))",
    "a.getdiag(5)", "b.solv(v)", "a.det()", "a.det(3)", "a.pow(-1)", "h.Matrix(2, 2).from_vector(v)", "a.sprowlen(0)",
    "a.spgetrowval(0, 0, e)", "a.bcopy(2, 2, 3, 3)", "a.mulm(3)", "a.mulm()", "a.muls()", "a.muls('a')", "a.getrow(9)",
    "a.setrow(9, 1)", "a.resize(0, 0)", "a.resize(2)", "a.setcol(0, h.Vector(5))", "a.setrow(0, h.Vector(5))",
    "a.mulm(a, a)", "a.exp(a)", "a.solv()", "a.add(3)", "a.set(9, 8)", "a.symmeig()", "a.mulv(3)", "a.fprint(h.File())",
    "a.nosuch",
)
SPARSE = (
    "L(s)", "s.sprowlen(0), s.sprowlen(2)", "s.sprowlen(9)", "s.spgetrowval(1, 0, e), e[0]", "s.spgetrowval(1, 5, e)",
    "s.mulv(v)", "s.solv(v)", "s.mulv(h.Vector(2))", "L(s.setrow(0, 5))", "L(s.setrow(1, v))", "L(s.setdiag(1, v))",
    "L(s.setcol(1, 4))", "L(s.ident())", "L(s.zero())", "s.to_vector()", "s.x[0][1]", "s.printf()", "s.c()",
    "s.transpose()", "s.getrow(0)", "s.getdiag(0)", "s.inverse()", "s.muls(3)", "s.add(a)", "s.mulm(a)", "a.mulm(s)",
    "a.add(s)", "s.exp()", "s.pow(2)", "s.resize(4, 4)", "s.det(e)",
)

CASES = {
    **{f"shown: {body}": _M + body for body in SHOWN},
    **{f"refused: {body}": _M + body for body in REFUSED},
    **{f"sparse: {body}": _S + body for body in SPARSE},
}
