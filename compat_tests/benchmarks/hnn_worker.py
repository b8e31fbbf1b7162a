"""A process that simulates hnn-core's default network under one simulator.

    python -m compat_tests.benchmarks.hnn_worker neuron|jneuron ROUNDS

Writes one line of JSON, as `network_worker` does: CPU seconds of building, of the first run (compiling included) and of each
later run, the number of spikes and of steps. The package builds its network anew for every run.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from compat_tests.clients.hnn_tests import prepare

DURATION, DT = 40.0, 0.025


class Timed:
    """A ParallelContext that notes what its psolve takes."""

    def __init__(self, context: Any, seconds: list[float]) -> None:
        self._context, self._seconds = context, seconds

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def psolve(self, until: float) -> None:
        """Runs to `until` [ms]."""
        begin = time.process_time()
        self._context.psolve(until)
        self._seconds.append(time.process_time() - begin)


def main(simulator: str, rounds: int) -> None:
    """Builds and runs the network, once and then `rounds` times."""
    prepare(simulator)
    from hnn_core import jones_2009_model, network_builder, simulate_dipole

    runs: list[float] = []
    create = network_builder._create_parallel_context

    def create_timed(*args: Any, **kwargs: Any) -> None:
        create(*args, **kwargs)
        if not isinstance(network_builder._PC, Timed):
            network_builder._PC = Timed(network_builder._PC, runs)

    network_builder._create_parallel_context = create_timed
    network = jones_2009_model(add_drives_from_params=True)
    trials = []
    for _ in range(rounds + 1):
        begin = time.process_time()
        simulate_dipole(network, tstop=DURATION, n_trials=1)
        trials.append(time.process_time() - begin)
    n_spike = len(network.cell_response.spike_times[0])
    outside = min(trial - run for trial, run in zip(trials, runs, strict=True))
    found = {"build_s": outside, "first_s": runs[0], "runs_s": runs[1:], "spikes": n_spike, "steps": round(DURATION / DT)}
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
