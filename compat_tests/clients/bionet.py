"""A network that bmtk builds and simulates: reconstructed cells, IntFire1 cells, spike trains from outside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import numpy as np

MORPHOLOGY = Path(__file__).parents[2] / "docs" / "tutorials" / "pyramidal.swc"
MECHANISMS = "bmtk/utils/scripts/bionet/mechanisms/modfiles"
DURATION = 150.0

SOMATIC = {
    "gbar_Im": 0.0007, "gbar_Ih": 0.0004, "gbar_NaTs": 0.96, "gbar_Nap": 0.0003, "gbar_K_P": 0.04, "gbar_K_T": 0.003,
    "gbar_SK": 0.0005, "gbar_Kv3_1": 0.27, "gbar_Ca_HVA": 0.0004, "gbar_Ca_LVA": 0.003,
    "gamma_CaDynamics": 0.0009, "decay_CaDynamics": 520.0,
}  # fmt: skip
"""What the soma has, by the names of its variables."""

LEAKS = {"soma": 1e-4, "axon": 8e-4, "dend": 3e-6, "apic": 4e-6}
CAPACITANCES = {"soma": 1.0, "axon": 1.0, "dend": 2.0, "apic": 2.0}
SYNAPSES = {
    "exc.json": {"level_of_detail": "exp2syn", "tau1": 0.5, "tau2": 3.0, "erev": 0.0},
    "inh.json": {"level_of_detail": "exp2syn", "tau1": 1.0, "tau2": 8.0, "erev": -75.0},
    "inst.json": {"level_of_detail": "instantaneous", "sign": 1},
}


def bmtk_network() -> dict[str, np.ndarray]:
    """Builds the network in a folder of its own, runs it, and returns spike times [ms] and the numbers of the cells."""
    folder = Path(tempfile.mkdtemp())
    os.chdir(folder)
    shutil.copytree(str(distribution("bmtk").locate_file(MECHANISMS)), folder / "mechanisms")
    subprocess.run(["nrnivmodl"], check=True, capture_output=True, cwd=folder / "mechanisms")
    _write_components(folder)
    _write_network(folder)
    _write(folder / "config.json", _configuration(folder))

    import h5py
    from bmtk.simulator import bionet

    configuration = bionet.Config.from_json(str(folder / "config.json"))
    configuration.build_env()
    network = bionet.BioNetwork.from_config(configuration)
    bionet.BioSimulator.from_config(configuration, network=network).run()
    with h5py.File(folder / "output" / "spikes.h5") as stored:
        spikes = stored["spikes/v1"]
        return {"times": spikes["timestamps"][()], "ids": spikes["node_ids"][()].astype(float)}


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def _write_components(folder: Path) -> None:
    soma = [{"section": "soma", "name": n, "value": x, "mechanism": n.partition("_")[2]} for n, x in SOMATIC.items()]
    leaks = [{"section": part, "name": "g_pas", "value": g, "mechanism": ""} for part, g in LEAKS.items()]
    capacitances = [{"section": part, "cm": cm} for part, cm in CAPACITANCES.items()]
    passive = {"ra": 100.0, "e_pas": -75.0, "cm": capacitances}
    conditions = {"celsius": 34.0, "v_init": -80.0, "erev": [{"ena": 53.0, "section": "soma", "ek": -107.0}]}
    _write(folder / "cells" / "bio.json", {"passive": [passive], "conditions": [conditions], "genome": [*soma, *leaks]})
    _write(folder / "cells" / "fire.json", {"tau": 0.02, "refrac": 0.003})
    for name, synapse in SYNAPSES.items():
        _write(folder / "synapses" / name, synapse)
    (folder / "morphologies").mkdir()
    shutil.copy(MORPHOLOGY, folder / "morphologies" / "cell.swc")


def _write_network(folder: Path) -> None:
    from bmtk.builder.networks import NetworkBuilder
    from bmtk.utils.reports.spike_trains import PoissonSpikeGenerator

    np.random.seed(3)
    common = {"weight_function": "wmax", "model_template": "exp2syn"}
    near = {"distance_range": [0.0, 300.0], "target_sections": ["basal", "apical"], "dynamics_params": "exc.json", **common}
    at_soma = {"distance_range": [0.0, 50.0], "target_sections": ["somatic"], "dynamics_params": "inh.json", **common}
    onto_points = {"dynamics_params": "inst.json", "weight_function": "wmax"}
    places = {"x": [0.0, 50.0, 100.0], "y": [0.0] * 3, "z": [0.0] * 3, "rotation_angle_yaxis": [0.0, 1.0, 2.0]}
    kind = {"model_type": "biophysical", "model_template": "ctdb:Biophys1.hoc", "model_processing": "aibs_perisomatic"}
    net = NetworkBuilder("v1")
    net.add_nodes(N=3, pop_name="E", ei="e", dynamics_params="bio.json", morphology="cell.swc", **kind, **places)
    point = {"model_type": "point_process", "model_template": "nrn:IntFire1", "dynamics_params": "fire.json"}
    net.add_nodes(N=4, pop_name="I", ei="i", **point)
    net.add_edges({"ei": "e"}, {"pop_name": "E"}, connection_rule=2, syn_weight=1e-3, delay=1.5, **near)
    net.add_edges({"ei": "i"}, {"pop_name": "E"}, connection_rule=3, syn_weight=2e-4, delay=1.0, **at_soma)
    net.add_edges({"ei": "e"}, {"pop_name": "I"}, connection_rule=1, syn_weight=0.6, delay=1.0, **onto_points)
    outside = NetworkBuilder("th")
    outside.add_nodes(N=20, pop_name="tON", model_type="virtual")
    for target, rule, weight, how in (("E", 4, 8e-4, near), ("I", 1, 0.3, onto_points)):
        cells = net.nodes(pop_name=target)
        outside.add_edges(outside.nodes(), cells, connection_rule=rule, syn_weight=weight, delay=2.0, **how)
    for each in (net, outside):
        each.build()
        each.save(output_dir=str(folder / "network"))
    trains = PoissonSpikeGenerator(population="th", seed=5)
    trains.add(node_ids=range(20), firing_rate=40.0, times=(0.0, DURATION / 1000))
    trains.to_sonata(str(folder / "network" / "th_spikes.h5"))


def _configuration(folder: Path) -> dict[str, Any]:
    def files(kind: str, name: str) -> dict[str, str]:
        stem = f"{folder}/network/{name}_{kind}"
        return {f"{kind}_file": f"{stem}.h5", f"{kind[:-1]}_types_file": f"{stem[:-1]}_types.csv"}

    spikes = {"input_type": "spikes", "module": "sonata", "input_file": f"{folder}/network/th_spikes.h5", "node_set": "th"}
    step = {"input_type": "current_clamp", "module": "IClamp", "node_set": {"population": "v1", "pop_name": "E"}}
    return {
        "run": {"tstop": DURATION, "dt": 0.1, "dL": 20.0, "spike_threshold": -15, "nsteps_block": 500},
        "target_simulator": "NEURON",
        "conditions": {"celsius": 34.0, "v_init": -80},
        "inputs": {"th": spikes, "step": {**step, "gids": "all", "amp": 0.35, "delay": 30.0, "duration": 80.0}},
        "output": {"log_file": "log.txt", "output_dir": f"{folder}/output", "spikes_file": "spikes.h5"},
        "components": {
            "biophysical_neuron_models_dir": f"{folder}/cells",
            "point_neuron_models_dir": f"{folder}/cells",
            "morphologies_dir": f"{folder}/morphologies",
            "synaptic_models_dir": f"{folder}/synapses",
            "mechanisms_dir": f"{folder}/mechanisms",
        },
        "networks": {
            "nodes": [files("nodes", name) for name in ("v1", "th")],
            "edges": [files("edges", name) for name in ("v1_v1", "th_v1")],
        },
    }
