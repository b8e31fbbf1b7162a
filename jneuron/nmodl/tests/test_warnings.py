"""What a file is warned of, and taken nevertheless."""

from __future__ import annotations

import pytest

from jneuron.lang.source import Source
from jneuron.nmodl.pipeline import compile_source


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("NEURON { SUFFIX x RANGE r } FUNCTION r(v) { r = v }", "NEURON 9 refuses `r` as both RANGE variable and FUNCTION"),
        ("NEURON { SUFFIX x USEION ca READ cao } CONSTANT { cao = 2 }", "NEURON 9 refuses a CONSTANT `cao` beside USEION"),
        ("NEURON { SUFFIX x } ASSIGNED { z } INITIAL { z = 1 LOCAL a a = z }", "NEURON 9 refuses LOCAL after other statements"),
    ],
)
def test_what_only_neuron_9_refuses_is_warned_of(text: str, warning: str) -> None:
    assert any(warning in each for each in compile_source(Source("x.mod", text)).warnings)
