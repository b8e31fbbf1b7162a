"""A process that runs hoc code under one simulator whenever it is asked, and answers with the processor time it took.

    python -m compat_tests.benchmarks.hoc_worker neuron|jneuron PROGRAM|FILE

With a file it reads that file at each request.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from compat_tests.benchmarks.hoc_programs import PROGRAMS


def main(simulator: str, name: str) -> None:
    """Answers a line of JSON to every line it reads."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    # what hoc code shows is nobody's concern
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    h = _load(simulator)
    if name in PROGRAMS:
        program = PROGRAMS[name]
        h(program.declarations)
        h(program.text())
        request = "bench()"
    else:
        request = f'xopen("{name}")'
    answers.write("{}\n")
    for _ in sys.stdin:
        start = time.process_time()
        h(request)
        answers.write(json.dumps({"run_s": time.process_time() - start}) + "\n")


def _load(simulator: str) -> Any:
    if simulator == "neuron":
        from neuron import h
    else:
        from jneuron import h
    return h


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
