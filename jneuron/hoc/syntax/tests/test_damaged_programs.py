"""Damaged hoc programs are refused with a syntax error at a place of the text, or read: nothing else happens.

Texts of real statements are cut, doubled, swapped and sprinkled with what does not belong; what still parses is turned into
Python, which Python has to accept. `python -m jneuron.hoc.syntax.tests.test_damaged_programs SECONDS [SEED]` goes on for as
long as wanted.
"""

from __future__ import annotations

import random
import re
import sys
import time
from pathlib import Path

import pytest

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.statements import emit_procedure, emit_statement
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.parser import Parser
from jneuron.hoc.syntax.tests.hoc_names import FixedNames

SOUND = """
x = 3
x += arr[2] * value(4) - obj.size() / 2 ^ -y
if (x > 2 && !y || x <= 3) { print x, text, "lit" } else { go(x, "a", obj, &y) }
for i = 0, 10 { arr[i] = i % 3 }
for (i = 0; i < 10; i += 1) x = i
for (x) print v(x)
for each(&x, 3) { if (x == 2) break  continue }
while (x) { x = x - 1 }
soma { L = 3 insert hh v(.5) = 2 }
soma.v(0:1) = 1:5
forall { nseg = 3 }
forsec "dend" ifsec text { print secname() }
connect dend(0), soma(1)
access soma
objref a, b[3]
strdef s
double d[3][4]
create sec[10]
obj = new List()
obj.append(other.o(3).x[2])
proc work() { local i, j localobj o
  i = $1 + $i  $s2 = "x"  $o3 = obj  $&4[1] = 3
  return
}
func twice() { return $1 * numarg() }
iterator two() { $&1 = 1 iterator_statement }
obfunc pick() { return $o1 }
text = "escaped \\" \\n" /* comment */ // another
x = sqrt(.5e-3) + 1e10 - 0x10
setpointer v(.5), x
uninsert hh
delete x
stop
{ x = y = 3 print obj.x[1].y(2)[3] }
"""
ALPHABET = "xyi soma(){}[]=+-*/^<>&|!.,:;\"'$\n\t\\0123e_h~`#@\x00\x80é"


def corpus() -> list[str]:
    """Returns sound programs: ours, and the cases where the checkout has them."""
    cases = Path(__file__).parents[4] / "compat_tests" / "hoc" / "cases"
    return [SOUND, *(path.read_text(encoding="utf-8", errors="replace") for path in sorted(cases.glob("*.hoc")))]


def damaged(text: str, rng: random.Random) -> str:
    """Returns a text with some damage done to a stretch of it."""
    start = rng.randrange(len(text))
    text = text[start : start + rng.randrange(1, 400)]
    for _ in range(rng.randrange(1, 6)):
        tokens = re.findall(r"\w+|\s+|.", text, re.DOTALL) or ["x"]
        place, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
        choice = rng.randrange(5)
        if choice == 0:
            del tokens[place]
        elif choice == 1:
            tokens.insert(place, tokens[other])
        elif choice == 2:
            tokens[place], tokens[other] = tokens[other], tokens[place]
        elif choice == 3:
            tokens.insert(place, "".join(rng.choices(ALPHABET, k=rng.randrange(1, 4))))
        else:
            tokens[place] = rng.choice(("(", ")", "{", "}", "[", "]", ",", "=", "new", "for", "proc", "$1", '"', "\n"))
        text = "".join(tokens)
    return text


def read_all(text: str) -> None:
    """Parses a text statement by statement and emits what can be read; a place of a refusal lies in the text."""
    names = FixedNames()
    place = 0
    while place < len(text):
        try:
            parser = Parser(text, names, place)
            statement = parser.next_statement()
            if statement is None:
                return
            emitted = emit(statement, names)
        except SyntaxProblem as problem:
            assert -1 <= problem.place <= len(text)
            return
        if emitted is not None:
            compile(emitted, "<hoc>", "exec", dont_inherit=True)
        assert parser.token.end > place
        place = parser.token.end


def emit(statement: ast.Statement, names: FixedNames) -> str | None:
    """Returns the Python for a statement, None for one that has none."""
    if isinstance(statement, ast.Template | ast.Visibility):
        return None
    if isinstance(statement, ast.Procedure):
        return emit_procedure(statement, names).text
    return emit_statement(statement, names).text


@pytest.mark.parametrize("seed", range(20))
def test_damaged_program_is_refused_or_read(seed: int) -> None:
    rng = random.Random(seed)
    texts = corpus()
    for _ in range(50):
        read_all(damaged(rng.choice(texts), rng))


def main(seconds: float, seed: int) -> int:
    """Reads damaged programs for some time; prints what went wrong, and returns 1 if anything did."""
    rng, texts, n_read = random.Random(seed), corpus(), 0
    wrong: dict[str, str] = {}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = damaged(rng.choice(texts), rng)
        try:
            read_all(text)
        except Exception as error:
            wrong.setdefault(f"{type(error).__name__}: {str(error)[:60]}", text)
        n_read += 1
    for error, text in wrong.items():
        print(f"{error}\n    {text!r}")
    print(f"{n_read} programs, {len(wrong)} kinds of failure, seed {seed}")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
