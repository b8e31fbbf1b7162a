"""`jneuron compare` on scripts that were written for no comparison."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from jneuron.validate.server import Runner

SCRIPT = """
from neuron import h
h.load_file("stdrun.hoc")

def main():
    soma = h.Section(name="soma")
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.dur, clamp.amp = 1, 200
    v = h.Vector().record(soma(0.5)._ref_v)
    detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    spikes = h.Vector()
    detector.record(spikes)
    h.finitialize(-65)
    h.continuerun(5)

main()
"""


@pytest.mark.parametrize("simulator", [pytest.param("neuron", marks=pytest.mark.live), "jneuron"])
def test_recordings_of_a_functions_locals_are_kept(simulator: str, tmp_path: Path) -> None:
    if simulator == "neuron" and find_spec("neuron") is None:
        pytest.skip("NEURON is not installed")
    script = tmp_path / "model.py"
    script.write_text(SCRIPT)
    with Runner(simulator) as runner:
        numbers = runner.run(script, record_all=True).numbers
    assert {name: value.size for name, value in numbers.items()} == {"samples number 1": 201, "spikes number 2": 1}
