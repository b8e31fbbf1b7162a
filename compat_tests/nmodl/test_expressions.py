"""Random expressions have one value: by NEURON, by emitted code on NumPy and on JAX, and by plain arithmetic."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compat_tests.nmodl.random_expressions import (
    MOD,
    N_EXPRESSION,
    POINTS,
    STORE,
    expressions,
    mod_text,
    plain_value,
    random_expression,
    same,
)  # fmt: skip
from jneuron.engine.array_ops import JaxOps
from jneuron.ir.mechanism_type import MechanismType
from jneuron.lang.source import Source, read_source
from jneuron.nmodl.pipeline import compile_source, load
from jneuron.nmodl.support import call_procedure
from jneuron.session.backend import double_precision

COMPILED = range(0, N_EXPRESSION, 6)
"""The expressions that XLA compiles, which takes its time."""


@pytest.fixture(scope="module")
def mechanism() -> MechanismType:
    source = read_source(MOD)
    return load(compile_source(source), source)


def test_the_file_holds_the_expressions() -> None:
    assert MOD.read_text(encoding="utf-8") == mod_text([each.nmodl for each in expressions()])


@pytest.mark.parametrize("place", range(len(POINTS)))
def test_file_of_expressions_has_values_of_neuron(place: int, mechanism: MechanismType) -> None:
    with np.load(STORE) as stored:
        wanted = stored["values"][:, place]
    for number in range(N_EXPRESSION):
        value, _ = call_procedure(mechanism.functions[f"value{number}"], {}, *POINTS[place])
        assert same(value, wanted[number]), f"value{number}{POINTS[place]}: {value} instead of {wanted[number]}"


def test_compiled_expressions_have_values_of_neuron(mechanism: MechanismType) -> None:
    with np.load(STORE) as stored:
        wanted = stored["values"]
    with double_precision() as jax:
        x, y = (jax.numpy.array(column) for column in zip(*POINTS))

        def all_values(x: object, y: object) -> list[object]:
            functions = [mechanism.functions[f"value{number}"].kernel.function for number in COMPILED]
            return [jax.numpy.broadcast_to(function(JaxOps(), {}, x, y)[0], (len(POINTS),)) for function in functions]

        values = np.array(jax.jit(all_values)(x, y))
    wrong = [(k, p) for k, p in np.ndindex(values.shape) if not same(values[k, p], wanted[COMPILED[k], p])]
    assert not wrong


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 40), st.floats(-50, 50), st.floats(-50, 50))
def test_random_expression_has_value_of_plain_arithmetic(seed: int, x: float, y: float) -> None:
    expression = random_expression(random.Random(seed), 4)
    source = Source("<random>", mod_text([expression.nmodl]))
    function = load(compile_source(source), source).functions["value0"]
    value, _ = call_procedure(function, {}, x, y)
    assert same(value, plain_value(expression.python, x, y)), expression.nmodl
