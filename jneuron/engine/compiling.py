"""How a traced program is compiled.

On a processor XLA has two ways to write kernels. The usual one, its fusion emitters, makes the quickest kernels for long
arrays, and takes its time. Without them compilation takes a third less, and a small program runs as quickly; with many
thousands of nodes it runs half as fast. Both give the same bits.
"""

from __future__ import annotations

from typing import Any

import jax
from jax.extend.core import jaxprs_in_params

WITHOUT_FUSION_EMITTERS = {"xla_cpu_use_fusion_emitters": False}
SMALL = 400_000
"""Numbers worked out in a step up to which a program is compiled without fusion emitters."""


def compile_traced(traced: Any) -> Any:
    """Returns the executable of a traced function."""
    lowered = traced.lower()
    if jax.default_backend() == "cpu" and count_numbers(traced.jaxpr.jaxpr) <= SMALL:
        try:
            return lowered.compile(compiler_options=WITHOUT_FUSION_EMITTERS)
        except jax.errors.JaxRuntimeError as error:
            # XLA's options come and go
            if "No such compile option" not in str(error):
                raise
    return lowered.compile()


def count_numbers(jaxpr: Any) -> int:
    """Returns how many numbers all operations of a program give together, those in loops and branches counted once."""
    total = 0
    for equation in jaxpr.eqns:
        inner = list(jaxprs_in_params(equation.params))
        results = () if inner else (variable.aval for variable in equation.outvars)
        total += sum(count_numbers(part) for part in inner) + sum(getattr(aval, "size", 0) for aval in results)
    return total


def calls_back(jaxpr: Any) -> bool:
    """Tells whether a program calls code on the host: C that has no form as a kernel, or a printf."""
    return any(
        "callback" in equation.primitive.name or any(calls_back(part) for part in jaxprs_in_params(equation.params))
        for equation in jaxpr.eqns
    )
