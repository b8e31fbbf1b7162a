"""A process that runs hoc code under one simulator whenever it is asked, and answers with the processor time it took.

    python -m compat_tests.benchmarks.hoc_worker neuron|jneuron PROGRAM|CELLS|LOOP|FILE

With a file it reads that file at each request. Cells are made and the last one is looked at, so that nothing can be left for
later; letting go of them does not count.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from compat_tests.benchmarks.cells import CELLS
from compat_tests.benchmarks.hoc_programs import PROGRAMS
from compat_tests.benchmarks.python_loops import LOOPS


def main(simulator: str, name: str) -> None:
    """Answers a line of JSON to every line it reads."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    # what hoc code shows is nobody's concern
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    h = _load(simulator)
    run, tidy_up = _prepare(h, name)
    answers.write("{}\n")
    for _ in sys.stdin:
        start = time.process_time()
        run()
        answers.write(json.dumps({"run_s": time.process_time() - start}) + "\n")
        tidy_up()


def _prepare(h: Any, name: str) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Returns what is timed, and what has to be done afterwards."""
    if name in PROGRAMS:
        program = PROGRAMS[name]
        h(program.declarations)
        h(program.text())
        return lambda: h("bench()"), _nothing
    if name in LOOPS:
        scope: dict[str, Any] = {"h": h}
        exec(LOOPS[name].text(), scope)
        return scope["bench"], _nothing
    if name in CELLS:
        return _prepare_cells(h, name)
    return lambda: h(f'xopen("{name}")'), _nothing


def _prepare_cells(h: Any, name: str) -> tuple[Callable[[], Any], Callable[[], Any]]:
    cells = CELLS[name]
    scope: dict[str, Any] = {"h": h}
    if cells.python:
        exec(cells.text, scope)
    else:
        h(cells.text)
        scope |= {"build": lambda n: h(f"build({n})"), "clear": lambda: h("clear()")}

    def run() -> float:
        scope["build"](cells.repeats)
        *_, last = h.allsec()
        return last(0.5).v  # type: ignore[no-any-return]

    return run, scope["clear"]


def _nothing() -> None:
    pass


def _load(simulator: str) -> Any:
    if simulator == "neuron":
        from neuron import h
    else:
        from jneuron import h
    return h


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
