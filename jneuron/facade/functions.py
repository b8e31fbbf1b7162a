"""The register of NEURON's top-level functions: `h.finitialize(-65)`.

A function takes the session and its `Arguments`, and `sec=` has become the currently accessed section by then. Its name
becomes visible at the start, or when a file of the standard library is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from jneuron.facade.calls import Arguments, Refusal, refuse
from jneuron.facade.current_section import section_keyword
from jneuron.facade.implements import implements

NEURON_VERSION = "9.0.2"
"""The NEURON whose interface this is."""

Body = Callable[[Any, Arguments], Any]

LIBRARY_FUNCTIONS = frozenset(
    {"cvode_active", "cvode_local", "lambda_f", "object_index", "set_v_init", "stoppedrun", "thresh_excited", "threshold"}
    | {"valid_name_syntax"}
)
"""What NEURON's library defines as a func; its other definitions are procs."""


class Function(NamedTuple):
    """One top-level function.

    Attributes:
        name: NEURON's name.
        body: What it does.
        since: The library file that defines it, or an empty string for what is always there.
    """

    name: str
    body: Body
    since: str = ""

    @property
    def is_procedure(self) -> bool:
        """Whether NEURON's library has it as a proc, whose call gives no value in hoc."""
        return bool(self.since) and self.name not in LIBRARY_FUNCTIONS


FUNCTIONS: dict[str, Function] = {}

LATER: dict[str, str] = {
    "mcell_ran4": "jneuron.facade.random.random",
    "mcell_ran4_init": "jneuron.facade.random.random",
    "use_mcell_ran4": "jneuron.facade.random.random",
    "ref": "jneuron.facade.pointers",
    "cvode_active": "jneuron.facade.cvode",
    "cvode_local": "jneuron.facade.cvode",
    "nrnmpi_init": "jneuron.facade.parallel_context",
}
"""Functions whose module is loaded when they are first asked for."""


def find_function(name: str) -> Function | None:
    """Returns the function of that name, or None."""
    if name in LATER and name not in FUNCTIONS:
        import_module(LATER[name])
    return FUNCTIONS.get(name)


def function(name: str, since: str = "") -> Callable[[Body], Body]:
    """Returns a decorator that registers a top-level function."""

    def register(body: Body) -> Body:
        FUNCTIONS[name] = Function(name, body, since)
        return implements(name)(body)

    return register


class BoundFunction:
    """What `h.<name>` is in one session; carries the documentation of the function."""

    def __init__(self, session: Any, entry: Function) -> None:
        self._session, self._body = session, entry.body
        self.__name__, self.__doc__ = entry.name, entry.body.__doc__

    def __call__(self, *values: Any, **keywords: Any) -> Any:
        session = self._session
        try:
            if not keywords:
                return self._body(session, Arguments(self.__name__, values))
            stack = session.section_stack
            depth = len(stack)
            stack.append(section_keyword(session, keywords))
            try:
                return self._body(session, Arguments(self.__name__, values))
            finally:
                del stack[depth : depth + 1]
        except Refusal as refusal:
            refuse(refusal, self.__name__, values)

    def __repr__(self) -> str:
        return f"{self.__name__}()"
