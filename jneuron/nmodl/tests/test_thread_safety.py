"""Which files NEURON counts as thread-safe: what its translator says of them."""

from __future__ import annotations

import pytest

from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.source import Source
from jneuron.nmodl.parser import parse
from jneuron.nmodl.passes.thread_safety import is_thread_safe
from jneuron.nmodl.symbols import collect

HEAD = "NEURON { SUFFIX x RANGE a GLOBAL g } PARAMETER { a = 1 g = 2 } ASSIGNED { v } STATE { n m }\n"
SAFE = [
    "BREAKPOINT { SOLVE p } PROCEDURE p() { n = n + 1 }",
    "BREAKPOINT { SOLVE d METHOD euler } DERIVATIVE d { n' = -n }",
    "INITIAL { SOLVE k STEADYSTATE sparse } KINETIC k { ~ n <-> m (1, 1) CONSERVE n + m = 1 }",
    "LOCAL q PROCEDURE p() { q = 2 }",
    "INITIAL { PROTECT g = g + 1 }",
]
SERIAL = [
    "PROCEDURE p() { VERBATIM\n int q;\nENDVERBATIM\n }",
    "INITIAL { g = 2 }",
    "INITIAL { SOLVE l } LINEAR l { ~ n + m = 1 ~ n - m = a }",
    "BREAKPOINT { SOLVE d METHOD runge } DERIVATIVE d { n' = -n }",
    "BREAKPOINT { SOLVE k METHOD euler } KINETIC k { ~ n <-> m (1, 1) }",
    "PROCEDURE p() { a = normrand(0, 1) }",
]


def is_safe(text: str) -> bool:
    source = Source("x.mod", text)
    diagnostics = Diagnostics(source)
    module = parse(source)
    return is_thread_safe(module, collect(module, diagnostics))


@pytest.mark.parametrize("text", SAFE)
def test_is_safe(text: str) -> None:
    assert is_safe(HEAD + text)


@pytest.mark.parametrize("text", SERIAL)
def test_is_not_safe(text: str) -> None:
    assert not is_safe(HEAD + text)


def test_the_word_lets_c_pass_and_no_linear_block() -> None:
    assert is_safe(HEAD.replace("GLOBAL g", "GLOBAL g THREADSAFE") + SERIAL[0])
    assert not is_safe(HEAD.replace("GLOBAL g", "GLOBAL g THREADSAFE") + SERIAL[2])


def test_the_word_counts_before_a_pointer_only() -> None:
    assert is_safe("NEURON { THREADSAFE SUFFIX x POINTER p } ASSIGNED { v p }")
    assert not is_safe("NEURON { SUFFIX x POINTER p THREADSAFE } ASSIGNED { v p }")
