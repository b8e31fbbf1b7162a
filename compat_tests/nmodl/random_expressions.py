"""Random expressions, as NMODL and as Python, and a file of many of them with NEURON's values.

`python -m compat_tests.nmodl.random_expressions` writes the file anew and stores what NEURON makes of it.
"""

from __future__ import annotations

import math
import os
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

MOD = Path(__file__).parent / "expressions" / "expressions.mod"
STORE = Path(__file__).parents[2] / "reference_data" / "nmodl" / "expressions.npz"
N_EXPRESSION, DEPTH, SEED = 120, 5, 20
POINTS = ((0.3, -1.7), (-2.5, 0.04), (7.0, 3.0), (-0.9, -12.5), (40.0, 1e-3))
_FUNCTIONS = ("exp", "sin", "cos", "tanh", "fabs", "floor", "ceil", "atan")
_SAFE = {"exp": "exp(-fabs({0}))", "sqrt": "sqrt(fabs({0}))", "log": "log(fabs({0}) + 1)"}


class Both(NamedTuple):
    """One expression in both languages."""

    nmodl: str
    python: str


def random_expression(draw: random.Random, depth: int) -> Both:
    """Returns an expression of x and y."""
    if depth == 0 or draw.random() < 0.1:
        leaf = draw.choice(("x", "y", "2", "0.5", "1.25e1", "3.", "x", "y"))
        return Both(leaf, leaf)
    a, b = random_expression(draw, depth - 1), random_expression(draw, depth - 1)
    match draw.randrange(9):
        case 0 | 1 | 2 | 3:
            operator = draw.choice("+-*/")
            return _both(f"({{0}} {operator} {{1}})", f"({{0}} {operator} {{1}})", a, b)
        case 4:
            return _both("(-{0})", "(-{0})", a)
        case 5:
            power = draw.choice(("2", "3", "-1", "-2", "4"))
            return _both(f"(fabs({{0}}) + 0.5)^({power})", f"power(fabs({{0}}) + 0.5, {power}.0)", a)
        case 6:
            return _both("(fabs({0}) + 0.1)^tanh({1})", "power(fabs({0}) + 0.1, tanh({1}))", a, b)
        case 7:
            operator = draw.choice(("<", ">", "<=", ">="))
            # a comparison by itself is a whole number to C, which divides such in its own way
            return _both(f"(1.0*({{0}} {operator} {{1}}))", f"truth({{0}} {operator} {{1}})", a, b)
    name = draw.choice((*_FUNCTIONS, *_SAFE))
    template = _SAFE.get(name, f"{name}({{0}})")
    return _both(template, template, a)


def _both(nmodl: str, python: str, *parts: Both) -> Both:
    return Both(nmodl.format(*(part.nmodl for part in parts)), python.format(*(part.python for part in parts)))


def expressions() -> list[Both]:
    """Returns the expressions of the file."""
    draw = random.Random(SEED)
    return [random_expression(draw, DEPTH) for _ in range(N_EXPRESSION)]


def mod_text(texts: list[str]) -> str:
    """Returns a file with one FUNCTION for each expression."""
    functions = [f"FUNCTION value{number}(x, y) {{\n    value{number} = {text}\n}}\n" for number, text in enumerate(texts)]
    return "\n".join(("TITLE Random expressions\n\nNEURON { SUFFIX nothing }\n", *functions))


def plain_value(python: str, x: float, y: float) -> float:
    """Returns the value by Python's own arithmetic, with what C makes of divisions by zero."""
    names: dict[str, Callable[..., float] | np.float64] = {
        "exp": np.exp, "sin": np.sin, "cos": np.cos, "tanh": np.tanh, "fabs": np.abs, "floor": np.floor, "ceil": np.ceil,
        "atan": np.arctan, "sqrt": np.sqrt, "log": np.log, "power": np.power, "truth": lambda value: np.float64(bool(value)),
        "x": np.float64(x), "y": np.float64(y),
    }  # fmt: skip
    with np.errstate(all="ignore"):
        return float(eval(_with_floats(python), {"__builtins__": {}, "number": np.float64}, names))


def _with_floats(python: str) -> str:
    """Returns the text with NumPy's numbers, which divide by zero as C does."""
    return re.sub(r"(?<![\w.])(\d+\.?\d*(?:e\d+)?)", r"number(\1)", python)


def same(a: float, b: float) -> bool:
    """Tells whether two values agree to rounding; NaN agrees with NaN."""
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    return a == b or abs(a - b) <= 1e-11 * max(abs(a), abs(b))


def main() -> None:
    """Writes the file, compiles it with NEURON, stores the values."""
    MOD.write_text(mod_text([each.nmodl for each in expressions()]), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(MOD, folder)
        subprocess.run(["nrnivmodl", "."], cwd=folder, check=True, capture_output=True)
        os.chdir(folder)
        from neuron import h

        values = [[getattr(h, f"value{number}")(*point) for point in POINTS] for number in range(N_EXPRESSION)]
    np.savez_compressed(STORE, values=np.array(values))


if __name__ == "__main__":
    main()
