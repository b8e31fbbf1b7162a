"""NEURON's interface, hoc and .mod files, on JAX.

`from jneuron import h` gives the top level of the default simulator; `Session().h` that of another, independent one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from jneuron.base import blas  # noqa: F401 - imports NumPy, before anything else does
from jneuron.base.version import VERSION as __version__  # noqa: F401, N811
from jneuron.facade.top import Top
from jneuron.mech import places
from jneuron.session.session import Session as _Session


class Session(_Session):
    """An independent NEURON. It knows the .mod files of the working folder, or those beside the script that runs.

    Attributes:
        h: Its top level.
    """

    def __init__(self) -> None:
        super().__init__()
        self.library.add_found(places.find(Path(), *_script_folder()))
        self.make_interpreter = _interpreter
        self.h = Top(self)


def _interpreter(session: Any) -> Any:
    # lazily: most Python scripts have no hoc
    from jneuron.hoc.runtime.interpreter import Interpreter

    return Interpreter(session)


def _script_folder() -> list[Path]:
    script = getattr(sys.modules.get("__main__"), "__file__", None)
    return [Path(script).parent] if script else []


_default: Session | None = None


def default_session() -> Session:
    """Returns the session that `jneuron.h` belongs to."""
    global _default
    if _default is None:
        _default = Session()
    return _default


def __getattr__(name: str) -> Any:
    if name == "h":
        return default_session().h
    raise AttributeError(f"module 'jneuron' has no attribute '{name}'")
