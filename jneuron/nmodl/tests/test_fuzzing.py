"""Whatever a file contains, the compiler accepts it or says what is wrong: no other error ever comes out."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jneuron.base.errors import ModSemanticError, ModSyntaxError, UnsupportedError
from jneuron.lang.source import Source, decode
from jneuron.nmodl.lexer import tokenise
from jneuron.nmodl.pipeline import compile_source

MODS = sorted((Path(__file__).parents[2] / "mech" / "mod").glob("*.mod"))
TEXTS = [decode(path.read_bytes()) for path in MODS]
PIECES = (
    "NEURON", "SUFFIX", "a", "{", "}", "(", ")", "STATE", "m", "m'", "=", "BREAKPOINT", "SOLVE", "METHOD", "cnexp",
    "DERIVATIVE", "KINETIC", "~", "<->", "<<", ",", "1", "1e5", "-", "^", "if", "else", "INITIAL", "LOCAL", "x", "[", "]",
    "TABLE", "FROM", "TO", "WITH", "DEPEND", "FUNCTION", "f", "exp", "USEION", "na", "READ", "ena", "WRITE", "ina",
    "NET_RECEIVE", "w", "net_send", "CONSERVE", "COMPARTMENT", "WATCH", "VERBATIM", "ENDVERBATIM", "COMMENT", "ENDCOMMENT",
    ":", "\n", "\"", "%", "&&", "ASSIGNED", "v", "PARAMETER", "LINEAR", "UNITS", "mV", "millivolt", "INCLUDE", "DEFINE", "N",
    "WHILE", "BY", "PROCEDURE", "POINT_PROCESS", "RANGE", "i",
)  # fmt: skip


def survives(text: str) -> None:
    """Compiles a text; what is wrong with it must come out as one of the compiler's own errors."""
    try:
        compile_source(Source("fuzzed.mod", text))
    except (ModSyntaxError, ModSemanticError, UnsupportedError) as error:
        assert str(error)


def damaged(text: str, seed: int) -> str:
    """Returns a text in which some words are left out, doubled, exchanged or replaced."""
    draw = random.Random(seed)
    words = [text[token.span.start : token.span.end] for token in tokenise(Source("whole.mod", text))]
    for _ in range(draw.randint(1, 4)):
        place = draw.randrange(len(words))
        match draw.randrange(4):
            case 0:
                del words[place]
            case 1:
                words.insert(place, words[place])
            case 2:
                other = draw.randrange(len(words))
                words[place], words[other] = words[other], words[place]
            case 3:
                words[place] = draw.choice(PIECES)
    return " ".join(words)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_random_words_give_clear_errors(words: list[str]) -> None:
    survives(" ".join(words))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_random_characters_give_clear_errors(text: str) -> None:
    survives(text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS), st.integers(0, 1 << 30))
def test_damaged_files_give_clear_errors(text: str, seed: int) -> None:
    survives(damaged(text, seed))
