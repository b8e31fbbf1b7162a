"""EModelRunner's pyramidal cell, built by the package from the files that it ships: fifteen mechanisms on a real morphology.

    python -m compat_tests.clients.emodel_cell FOLDER DURATION

in a folder that holds a copy of the package's example, under whichever program `neuron` is. Writes a line of JSON with the
CPU times of building and of the first run [s], then, for every line it reads, one with that of a run.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

EXAMPLE = "examples/sscx_sample_dir"
CONFIG = "config/config_singlestep.ini"
DT = 0.025


def example_folder() -> Path:
    """Returns where the package keeps its example."""
    return Path(str(distribution("EModelRunner").locate_file(EXAMPLE)))


def build() -> list[Any]:
    """Builds the cell in the present folder, with a clamp that makes it fire; returns what keeps it alive."""
    from bluepyopt import ephys
    from emodelrunner.create_cells import create_cell_using_config
    from emodelrunner.load import get_release_params, load_config

    config = load_config(config_path=CONFIG)
    cell = create_cell_using_config(config)
    simulator = ephys.simulators.NrnSimulator(dt=DT, cvode_active=False)
    cell.freeze(get_release_params(config))
    cell.instantiate(sim=simulator)
    h = simulator.neuron.h
    h.celsius, h.v_init, h.dt, h.steps_per_ms = 34.0, -80.0, DT, 1 / DT
    soma = cell.icell.soma[0](0.5)
    clamp = h.IClamp(soma)
    clamp.delay, clamp.dur, clamp.amp = 2.0, 1e9, 0.8
    return [h, cell, simulator, clamp, h.Vector().record(soma._ref_v), h.Vector().record(h._ref_t)]


def main(folder: str, duration: float) -> None:
    """Serves runs."""
    os.chdir(folder)
    build_s, kept = _timed(build)
    h = kept[0]

    def run() -> float:
        h.finitialize(h.v_init)
        h.continuerun(duration)
        return float(kept[4][len(kept[4]) - 1])

    first_s, _ = _timed(run)
    _say({"build_s": build_s, "first_s": first_s, "n_segments": sum(sec.nseg for sec in h.allsec())})
    for _ in sys.stdin:
        run_s, v = _timed(run)
        _say({"run_s": run_s, "v": v})


def _timed(action: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    outcome = action()
    return time.process_time() - start, outcome


def _say(message: dict[str, float]) -> None:
    print(json.dumps(message), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
