"""How a traced program is compiled.

On a processor XLA has two ways to make kernels. The usual one makes a kernel for each group of fused operations and calls them one
after another: each is as fast as can be, each call costs a tenth of a microsecond or more. Without its fusion emitters, XLA puts
the whole loop over the steps of a small program into one kernel. That is what most of the time goes into when there are a few hundred
nodes, and it takes a third off the time of compilation; with thousands of nodes it is half as fast. Both give the same bits.
"""

from __future__ import annotations

from typing import Any

import jax
from jax.extend.core import jaxprs_in_params

IN_ONE_KERNEL = {"xla_cpu_use_fusion_emitters": False}
SMALL = 200_000
"""Numbers worked out in a step up to which a program is compiled into one kernel."""


def compile_traced(traced: Any) -> Any:
    """Returns the executable of a traced function."""
    lowered = traced.lower()
    if jax.default_backend() == "cpu" and count_numbers(traced.jaxpr.jaxpr) <= SMALL:
        try:
            return lowered.compile(compiler_options=IN_ONE_KERNEL)
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
