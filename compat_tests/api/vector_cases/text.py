"""Printing, and methods that need a file or a window."""

CASES = {
    "printf": "h.Vector([1, 2.5, 1e-7, 1234567.5]).printf()",
    "printf of nothing": "h.Vector().printf()",
    "printf in rows of five": "h.Vector(range(12)).printf()",
    "printf of a full row": "h.Vector(range(5)).printf()",
    "printf of a format": "h.Vector([1, 2.5]).printf('%g\\n')",
    "printf of a format without a newline": "h.Vector([1, 2.5, 3, 4, 5, 6, 7]).printf('%8.4f ')",
    "printf of a range": "h.Vector([1, 2.5, 3, 4]).printf(1, 2)",
    "printf of a format and a range": "h.Vector([1, 2.5, 3, 4]).printf('%g;', 1, 2)",
    "printf of a range beyond the end": "h.Vector([1, 2.5]).printf('%g;', 1, 2)",
    "printf of NaN and infinity": "h.Vector([math.nan, math.inf, -math.inf]).printf()",
    "printf of a start alone": "h.Vector([1, 2.5]).printf(1)",
    "printf returns the number": "h.Vector([1, 2.5]).printf('%g ')",
    "printf of an integer format": "h.Vector([1, 2.5]).printf('%d ')",
}
