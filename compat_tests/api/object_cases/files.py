"""h.File, and Vectors in files."""

_F = "f = h.File(); f.mktemp(); "
_W = _F + "f.wopen(); "
_TEXT = _W + "f.printf('1 2.5 -3e2 abc 7x 8\\nline two\\n\\nlast'); f.close(); f.ropen(); o = h.ref('old'); "
_ROWS = _W + "f.printf('1 2 3\\n4 5 6\\n7 8'); f.close(); f.ropen(); w = h.Vector([9]); "
_V = "v = h.Vector([0.1, -2.7, 100000, 3.3, 7.7]); w = h.Vector(); "
_END = "; f.close(); f.ropen(); o = h.ref(''); [(f.gets(o), o[0]) for _ in range(8)]"

CASES = {
    "a new one": "f = h.File(); f.getname(), f.isopen(), f.ropen(), f.wopen(), f.close(), f.flush(), f.dir()",
    "a new one has no end": "h.File().eof()",
    "a name": "h.File('b.txt').getname()",
    "a name that is a number": "h.File(3)",
    "a file that is not there": "f = h.File(); f.ropen('/nosuch/file'), f.isopen(), f.getname(), f.wopen('/nosuch/file')",
    "printf": _W
    + "f.printf('%d %g %s|', 3.9, 2.5, 'xy'), f.printf('%5.2f|%-6s|%x %c%%|', 1.234, h.ref('ab'), 255, 65), f.tell()"
    + _END,
    "printf of an object": _W + "f.printf('%s|%.3s', h.Vector(), 'abcdef')" + _END,
    "printf of whole numbers": _W + "f.printf('%5d|%-5d|%05d|%+d|%ld|%lf|%o', 1, 2, 3, 4, 5, 6, 7)" + _END,
    "printf of too few": _W + "f.printf('%g')",
    "printf of nothing": _W + "f.printf()",
    "printf of a number as string": _W + "f.printf('%s', 3)",
    "printf of a string as number": _W + "f.printf('%d', 'a')",
    "printf while closed": "h.File('k').printf('x')",
    "printf while reading": _TEXT + "f.printf('zz'), f.gets(o), o[0]",
    "aopen": _W + "f.printf('a'); f.close(); f.aopen(), f.printf('b'), f.isopen()" + _END,
    "gets": _TEXT + "[(f.gets(o), o[0], f.eof(), f.tell()) for _ in range(6)]",
    "gets of nothing": _TEXT + "f.gets()",
    "gets of a number": _TEXT + "f.gets(3)",
    "scanstr": _TEXT + "[(f.scanstr(o), o[0], f.eof(), f.tell()) for _ in range(11)]",
    "scanvar": _TEXT + "[(f.scanvar(), f.tell()) for _ in range(5)]",
    "scanvar at the end": _TEXT + "[f.scanvar() for _ in range(6)]",
    "scanvar of all kinds": _W + "f.printf('nan inf 3 Infinity 1e5x .5 -.5 +4 0x10 1e 5'); f.close(); f.ropen();"
    " [(f.scanvar(), f.tell()) for _ in range(8)]",
    "seek": _TEXT
    + "f.seek(2), f.tell(), f.seek(-3, 2), f.tell(), f.seek(1, 1), f.tell(), f.seek(), f.tell(), f.seek(-5), f.tell()",
    "seek of a string": _TEXT + "f.seek('a')",
    "tell while closed": "h.File('k').tell()",
    "eof while writing": _W + "f.eof()",
    "unlink": _F + "f.unlink(), f.unlink(), f.ropen()",
    "getname into a string": "f, o = h.File('k'), h.ref(''); f.getname(o), o[0]",
    "vwrite and vread of references": (
        _W + "v, w = h.Vector([1, 2, 3.5]), h.Vector(3); a = f.vwrite(v._ref_x[0]), f.vwrite(2, v._ref_x[1]); f.close();"
        " f.ropen(); a, f.vread(w._ref_x[0]), f.vread(2, w._ref_x[1]), f.vread(w._ref_x[0]), w"
    ),
    "vread of a number": _TEXT + "f.vread(3)",
    **{
        f"Vector.vwrite of type {kind}": _W + _V + f"a = v.vwrite(f, {kind}), f.tell(); f.close(); f.ropen(); a, w.vread(f), w"
        for kind in (1, 2, 3, 4, 5)
    },
    "Vector.vwrite of type 0": _W + _V + "v.vwrite(f, 0)",
    "Vector.vwrite of equal elements": _W
    + "v, w = h.Vector(3, 2), h.Vector(); v.vwrite(f, 2); f.close(); f.ropen(); w.vread(f), w",
    "Vector.vread at the end": _W + "f.close(); f.ropen(); w = h.Vector([9]); w.vread(f), w",
    "Vector.fwrite and fread": _W + _V + "a = v.fwrite(f), v.fwrite(f, 1, 2); f.close(); f.ropen(); a, w.fread(f, 9), w",
    "Vector.fread of its own size": _W + _V + "v.fwrite(f); f.close(); f.ropen(); w.resize(2); w.fread(f), w, w.fread(f), w",
    **{
        f"Vector.fread of type {kind}": _W + _V + f"v.fwrite(f); f.close(); f.ropen(); w.fread(f, 3, {kind}), f.tell(), w"
        for kind in (1, 2, 3, 4, 5)
    },
    "Vector.fread of type 6": _W + _V + "f.close(); f.ropen(); w.fread(f, 3, 6)",
    "Vector.fwrite of a number": "h.Vector(1).fwrite(3)",
    "Vector.vwrite of nothing": "h.Vector(1).vwrite()",
    "Vector.scanf of a Vector": "h.Vector().scanf(h.Vector())",
    **{
        f"Vector.scanf {given}": _ROWS + f"w.scanf(f{given}), f.tell()"
        for given in ("", ", 5", ", 10", ", 1, 3", ", 3, 3", ", 4, 3", ", 1, 3, 3", ", -1", ", 0")
    },
    "Vector.scantil": _ROWS + "w.scantil(f, 6), f.tell()",
    "Vector.scantil of a column": _ROWS + "w.scantil(f, 8, 2, 3), f.tell()",
    "Vector.scantil without an end": _ROWS + "w.scantil(f, 99)",
    "Vector.printf": _W + "h.Vector(12, 1.5).printf(f), h.Vector([1, 2, 3]).printf(f, '%5.2f|', 1, 2)" + _END,
    "Vector.printf of a range": _W + "h.Vector([1, 2, 3]).printf(f, 1, 2), h.Vector().printf(f)" + _END,
}
