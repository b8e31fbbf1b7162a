"""h.StringFunctions."""

_S = "s = h.StringFunctions(); o = h.ref('old'); "

CASES = {
    "len": _S + "s.len('abc'), s.len(h.ref('abcd')), s.len('')",
    "len of a number": _S + "s.len(3)",
    "len of nothing": _S + "s.len()",
    **{
        f"{way} {pattern} in {text}": _S + f"s.{way}({text!r}, {pattern!r}, o), o[0]"
        for way in ("head", "tail")
        for text, pattern in (
            ("hello world", "o"),
            ("hello", "z"),
            ("hello", "l+"),
            ("hello", "l*"),
            ("hello", "[el]"),
            ("hello", "^h"),
            ("hello", ""),
            ("hello", "("),
            ("a1b2", "[0-9]$"),
            ("abcabc", "b.*c"),
            ("hello", "(l)l"),
        )
    },
    "right": _S + "o[0] = 'hello'; s.right(o, 2), o[0], s.right(o, 0), o[0], s.right(o, 3), o[0]",
    "right of too many": _S + "s.right(o, 4)",
    "right below zero": _S + "s.right(o, -1)",
    "left": _S + "o[0] = 'hello'; s.left(o, 2.7), o[0], s.left(o, 0), o[0]",
    "left of too many": _S + "s.left(o, 4)",
    "ltrim": _S + "s.ltrim(' \\t\\n\\v\\f\\ra b ', o), o[0], s.ltrim('  ', o), o[0]",
    "rtrim": _S + "s.rtrim(' a b \\t\\n\\v\\f\\r', o), o[0]",
    "ltrim without a result": _S + "s.ltrim('a')",
    "substr": _S
    + "s.substr('hello', 'l'), s.substr('hello', 'z'), s.substr('hello', ''), s.substr(h.ref('hello'), h.ref('lo'))",
    "substr of one": _S + "s.substr('hello')",
    "substr of a number": _S + "s.substr(3, 'a')",
    "is_name": _S + "[s.is_name(n) for n in ('hh', '3a', 'nosuch', 'Vector', 'a.b', 'pas', 'IClamp', '', 'finitialize', 't')]",
    "is_point_process": _S + "[s.is_point_process(x) for x in (h.NetStim(), h.Vector(), s, None)]",
    "is_point_process of a number": _S + "s.is_point_process(3)",
    "is_artificial": _S + "[s.is_artificial(x) for x in (h.NetStim(), h.IntFire1(), h.Vector(), None)]",
    "Timer": "t = h.Timer('x = 1'); t.seconds(), t.seconds(2), t.seconds(), t.start(), t.end()",
    "Timer of nothing": "h.Timer()",
    "Timer of a number": "h.Timer(3)",
}
