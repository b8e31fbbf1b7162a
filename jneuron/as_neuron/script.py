"""Runs a script, a module or a line of code as Python itself would, with jneuron in NEURON's place.

Importing this module imports its package, and that registers jneuron as `neuron`. The code becomes `__main__` and stays it;
an exception that it does not catch is shown as Python shows it, without a frame of ours.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from jneuron.as_neuron.children import FOR_CHILDREN


def run_script(path: str, argv: Sequence[str], *, program: str = "") -> int:
    """Runs a file, as `python path argv...` does; returns the exit status.

    Args:
        program: What the script takes for its own name, if not the path.
    """
    try:
        source = Path(path).read_bytes()
    except OSError as error:
        return _complain(f"can't open file '{path}': [Errno {error.errno}] {error.strerror}", status=2)
    whole_path = os.path.abspath(path)
    _set_arguments(program or path, argv, folder=os.path.dirname(os.path.realpath(path)))
    return _run(source, whole_path, __file__=whole_path)


def run_module(name: str, argv: Sequence[str]) -> int:
    """Runs a module or a package's `__main__`, as `python -m name argv...` does; returns the exit status."""
    _set_arguments("-m", argv, folder=os.getcwd())
    spec = _find(name)
    code = spec.loader.get_code(spec.name) if spec and hasattr(spec.loader, "get_code") else None  # type: ignore[union-attr]
    if spec is None or code is None:
        return _complain(f"No module named {name}", status=1)
    sys.argv[0] = spec.origin or name
    attributes = {"__spec__": spec, "__package__": spec.parent, "__loader__": spec.loader, "__file__": spec.origin}
    return _run(code, sys.argv[0], **attributes)


def run_code(code: str, argv: Sequence[str]) -> int:
    """Runs a string, as `python -c code argv...` does; returns the exit status."""
    _set_arguments("-c", argv, folder="")
    return _run(code, "<string>")


def _find(name: str) -> ModuleSpec | None:
    try:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.submodule_search_locations is not None:
            spec = importlib.util.find_spec(f"{name}.__main__")
    except ModuleNotFoundError:
        return None
    return spec


def _set_arguments(name: str, argv: Sequence[str], *, folder: str) -> None:
    sys.argv = [name, *argv]
    # Python has put a folder of its own choice first, unless it was told not to
    sys.path[0 : 0 if sys.flags.safe_path else 1] = [folder]


def _run(code: bytes | str | CodeType, file: str, **attributes: Any) -> int:
    _offer_commands()
    main = ModuleType("__main__")
    vars(main).update({"__builtins__": __builtins__, "__spec__": None, "__annotations__": {}}, **attributes)
    sys.modules["__main__"] = main
    try:
        if not isinstance(code, CodeType):
            code = compile(code, file, "exec", dont_inherit=True)
        exec(code, vars(main))
    except SystemExit:
        raise
    except BaseException as error:
        return _show(error, code)
    return 0


def _offer_commands() -> None:
    """Makes processes that the script starts find ours first: `nrnivmodl`, and `neuron` in Python."""
    folder = str(Path(__file__).parent / "bin")
    os.environ["PATH"] = os.pathsep.join((folder, os.environ.get("PATH", os.defpath)))
    os.environ["PYTHONPATH"] = os.pathsep.join((FOR_CHILDREN, *filter(None, [os.environ.get("PYTHONPATH")])))
    os.environ["JNEURON_PYTHON"] = sys.executable


def _show(error: BaseException, code: Any) -> int:
    """Shows an exception from the script's own frame on, and returns the exit status that Python would end with."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code is not code:
        trace = trace.tb_next
    sys.excepthook(type(error), error.with_traceback(trace), trace)
    if isinstance(error, KeyboardInterrupt):
        # a shell stops its own script only for a program that died of the signal
        sys.stdout.flush()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    return 1


def _complain(message: str, *, status: int) -> int:
    print(f"jneuron: {message}", file=sys.stderr)
    return status
