"""Sample cells of packages that build on NEURON, driven by their packages alone: nothing here knows which program runs.

    python -m compat_tests.clients.models NAME FILE

runs one and writes what it recorded to FILE. `python -m jneuron -m ...` does the same through the alias.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import numpy as np

from compat_tests.clients.bionet import bmtk_network

Traces = dict[str, np.ndarray]


def copied(package: str, place: str) -> Path:
    """Returns a copy of a folder that a package ships, to work in; the present folder from now on."""
    folder = Path(tempfile.mkdtemp()) / "model"
    shutil.copytree(str(distribution(package).locate_file(place)), folder)
    os.chdir(folder)
    return folder


def emodelrunner_pyramidal_cell() -> Traces:
    """A reconstructed layer 4 pyramidal cell with thirteen mechanisms, a holding current and a step."""
    copied("EModelRunner", "examples/sscx_sample_dir")
    # as the package's own run_py.sh does
    subprocess.run(["nrnivmodl", "mechanisms"], check=True, capture_output=True)
    from bluepyopt import ephys
    from emodelrunner.create_cells import create_cell_using_config
    from emodelrunner.load import get_release_params, load_config

    config = load_config(config_path="config/config_singlestep.ini")
    cell = create_cell_using_config(config)
    soma = ephys.locations.NrnSeclistCompLocation(name="soma", seclist_name="somatic", sec_index=0, comp_x=0.5)
    return _protocol(ephys, cell, get_release_params(config), soma, amplitudes=(-0.09, 0.7), duration=60.0)


def bluepyopt_simple_cell() -> Traces:
    """The cell of bluepyopt's own example: hh on a morphology that it ships."""
    from bluepyopt import ephys

    somatic = ephys.locations.NrnSeclistLocation("somatic", seclist_name="somatic")
    soma = ephys.locations.NrnSeclistCompLocation(name="soma", seclist_name="somatic", sec_index=0, comp_x=0.5)
    file = distribution("bluepyopt").locate_file("bluepyopt/ephys/examples/simplecell/simple.swc")
    section_parameters = [
        ephys.parameters.NrnSectionParameter(name=name, param_name=name, locations=[somatic], bounds=[0, 10], frozen=False)
        for name in ("cm", "gnabar_hh", "gkbar_hh")
    ]
    cell = ephys.models.CellModel(
        name="simple_cell",
        morph=ephys.morphologies.NrnFileMorphology(str(file)),
        mechs=[ephys.mechanisms.NrnMODMechanism(name="hh", suffix="hh", locations=[somatic])],
        params=section_parameters,
    )
    parameters = {"cm": 1.0, "gnabar_hh": 0.1, "gkbar_hh": 0.03}
    return _protocol(ephys, cell, parameters, soma, amplitudes=(0.0, 0.01), duration=50.0)


def _protocol(
    ephys: Any, cell: Any, parameters: Any, place: Any, *, amplitudes: tuple[float, float], duration: float
) -> Traces:
    """Runs a holding current and a step through the package's protocols, with fixed steps."""
    stimuli = [
        ephys.stimuli.NrnSquarePulse(amplitudes[0], 0.0, duration, location=place, total_duration=duration),
        ephys.stimuli.NrnSquarePulse(amplitudes[1], 10.0, duration - 20.0, location=place, total_duration=duration),
    ]
    recording = ephys.recordings.CompRecording(name="v", location=place, variable="v")
    protocol = ephys.protocols.SweepProtocol("step", stimuli, [recording], cvode_active=False)
    simulator = ephys.simulators.NrnSimulator(cvode_active=False)
    responses = protocol.run(cell_model=cell, param_values=parameters, sim=simulator, isolate=False)
    return {"t": np.array(responses["v"]["time"]), "v": np.array(responses["v"]["voltage"])}


MODELS: dict[str, tuple[Callable[[], Traces], tuple[str, ...]]] = {
    "emodelrunner_pyramidal_cell": (emodelrunner_pyramidal_cell, ("emodelrunner", "bluepyopt", "deap", "efel")),
    "bluepyopt_simple_cell": (bluepyopt_simple_cell, ("bluepyopt", "deap", "efel")),
    "bmtk_network": (bmtk_network, ("bmtk", "h5py", "pandas", "jsonschema")),
}
"""What makes each, and the packages it takes."""


if __name__ == "__main__":
    np.savez_compressed(sys.argv[2], **MODELS[sys.argv[1]][0]())
