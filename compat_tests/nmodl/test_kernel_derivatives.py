"""The kernels of every mechanism can be differentiated: forward derivatives agree with finite differences, also in float32."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jax.numpy as jnp
import numpy as np
import pytest

from compat_tests.nmodl.feature_protocol import FEATURES
from jneuron.engine.array_ops import JaxOps
from jneuron.ir.mechanism_type import Kernel, MechanismType, VariableKind
from jneuron.lang.source import read_source
from jneuron.nmodl.pipeline import compile_source, load
from jneuron.session.backend import double_precision

MODS = Path(__file__).parents[2] / "jneuron" / "mech" / "mod"
# what draws, counts, jumps with its input, or is worked out on the host
EXCLUDED = frozenset(
    {
        *("random_draws", "recursive_function", "while_state", "from_by", "functions_only", "function_table_two"),
        "c_pointer_into_array",
    }
)
FILES = {path.stem: path for folder in (MODS, FEATURES) for path in sorted(folder.glob("*.mod")) if path.stem not in EXCLUDED}
NUMBERS = {"v": -37.3, "dt": 0.025, "celsius": 20.0, "diam": 10.0, "area": 100.0, "t": 1.7, "secondorder": 0.0}
N_INSTANCE = 3
STEP = 1e-5
SINGLE = sorted(FILES)[::5]
"""Files that are run in single precision."""


def mechanism(name: str) -> MechanismType:
    """Returns the mechanism in a file."""
    source = read_source(FILES[name])
    return load(compile_source(source), source)


def inputs_of(type_: MechanismType, kernel: Kernel, dtype: str) -> dict[str, Any]:
    """Returns what a kernel reads: numbers of the size that models have, a little different for each instance."""
    spread = 1.0 + 0.01 * np.arange(N_INSTANCE)
    inputs: dict[str, Any] = {}
    for name in sorted(kernel.reads):
        variable = type_.variable(name)
        shared = next((g for g in type_.globals if g.name == name), None)
        if name == "usetable":
            inputs[name] = False
        elif name.startswith("table "):
            inputs[name] = _table(type_, name, dtype)
        elif shared is not None:
            inputs[name] = np.full(shared.length, 0.3, dtype) if shared.length else np.asarray(shared.default or 0.3, dtype)
        elif variable is not None:
            shape = (variable.length, N_INSTANCE) if variable.length else (N_INSTANCE,)
            inputs[name] = np.broadcast_to((variable.default or 0.3) * spread, shape).astype(dtype)
        elif name in ("t", "dt", "celsius", "secondorder"):
            inputs[name] = np.asarray(NUMBERS[name], dtype)
        else:
            inputs[name] = (NUMBERS.get(name, 1.7) * spread).astype(dtype)
    return inputs


def _table(type_: MechanismType, name: str, dtype: str) -> Any:
    n_argument = type_.function_tables.get(name.removeprefix("table "))
    if n_argument is None:
        return np.zeros((2, 2), dtype)
    return {"values": np.linspace(0.1, 2.0, 9).astype(dtype), "grid 0": np.linspace(-100.0, 50.0, 9).astype(dtype)}


def results(kernel: Kernel, inputs: dict[str, Any]) -> dict[str, Any]:
    """Returns the numbers among a kernel's results."""
    given = {name: jnp.asarray(value) if isinstance(value, np.ndarray) else value for name, value in inputs.items()}
    outputs = kernel.function(JaxOps(), given)
    return {name: value for name, value in outputs.items() if not name.startswith("@") or name == "@current"}


def differentiable(type_: MechanismType) -> dict[str, Kernel]:
    """Returns the kernels of a step that a program differentiates."""
    streams = {v.name for v in type_.variables if v.kind is VariableKind.RANDOM}
    return {n: k for n, k in type_.kernels.items() if n in ("current", "state") and not k.reads & streams}


@pytest.mark.parametrize("name", sorted(FILES))
def test_derivatives_agree_with_finite_differences(name: str) -> None:
    type_ = mechanism(name)
    for word, kernel in differentiable(type_).items():
        with double_precision() as jax:
            inputs = inputs_of(type_, kernel, "float64")
            numbers = {n: v for n, v in inputs.items() if isinstance(v, np.ndarray) and n not in ("t", "secondorder")}
            fixed = {n: v for n, v in inputs.items() if n not in numbers}
            draw = np.random.default_rng(len(name))
            direction = {n: v * draw.uniform(-1, 1, v.shape) for n, v in numbers.items()}

            def along(step: Any, kernel: Kernel = kernel, start: Any = numbers, rest: Any = fixed, way: Any = direction) -> Any:
                return results(kernel, rest | {n: v + step * way[n] for n, v in start.items()})

            exact = jax.tree.map(np.asarray, jax.jvp(along, (0.0,), (1.0,))[1])
            above, below = (jax.tree.map(np.asarray, along(step)) for step in (STEP, -STEP))
        for variable, slope in exact.items():
            difference = (above[variable] - below[variable]) / (2 * STEP)
            size = max(np.max(np.abs(difference)), np.max(np.abs(above[variable])), 1e-12)
            assert np.max(np.abs(slope - difference)) <= 1e-5 * size, f"{word}: {variable}"


@pytest.mark.parametrize("name", SINGLE)
def test_single_precision_agrees_with_double(name: str) -> None:
    type_ = mechanism(name)
    for word, kernel in differentiable(type_).items():
        single = {n: np.asarray(v, float) for n, v in results(kernel, inputs_of(type_, kernel, "float32")).items()}
        with double_precision():
            double = {n: np.asarray(v) for n, v in results(kernel, inputs_of(type_, kernel, "float64")).items()}
        for variable, value in single.items():
            size = max(np.max(np.abs(double[variable])), 1e-6)
            assert np.max(np.abs(value - double[variable])) <= 2e-3 * size, f"{word}: {variable}"
