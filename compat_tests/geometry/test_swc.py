"""Import3d makes NEURON's sections of SWC files: names, order, connections, and points to the last bit."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest

from compat_tests.geometry.make_reference import REFERENCE
from compat_tests.geometry.swc_files import FILES, REFUSED, Cell, describe_import, describe_import_of
from jneuron import Session

NEURON_READS = """
import json, sys
from pathlib import Path
from compat_tests.geometry.make_reference import neuron_h
from compat_tests.geometry import asc_files, swc_files
h = neuron_h()
files = {"asc_files": asc_files, "swc_files": swc_files}[sys.argv[2]]
found = [files.describe_import_of(h, Path(path)) for path in sys.argv[3:]]
Path(sys.argv[1]).write_text(json.dumps(found))
"""


@pytest.fixture
def h() -> Any:
    h = Session().h
    h.load_file("import3d.hoc")
    return h


@pytest.fixture(scope="module")
def stored() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((REFERENCE / "swc.json").read_text())
    return found


@pytest.mark.parametrize("name", FILES)
def test_file_becomes_neurons_sections(name: str, h: Any, stored: dict[str, Any]) -> None:
    assert describe_import(h, FILES[name]) == stored[name]


@pytest.mark.parametrize("name", REFUSED)
def test_bad_file_is_refused_with_its_line(name: str, h: Any, tmp_path: Path) -> None:
    text, message = REFUSED[name]
    path = tmp_path / "bad.swc"
    path.write_text(text)
    with pytest.raises(RuntimeError, match=message) as caught:
        h.Import3d_SWC_read().input(str(path))
    assert str(path) in str(caught.value)


def test_refused_file_leaves_the_reader_as_it_was(h: Any, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.swc", tmp_path / "bad.swc"
    good.write_text(FILES["two_point_soma"])
    bad.write_text(REFUSED["a cycle"][0])
    reader = h.Import3d_SWC_read()
    reader.input(str(good))
    before = [section.d.to_python() for section in reader.sections]
    with pytest.raises(RuntimeError):
        reader.input(str(bad))
    assert [section.d.to_python() for section in reader.sections] == before
    cell = Cell()
    h.Import3d_GUI(reader, 0).instantiate(cell)
    assert len(cell.all) == len(before)


def test_missing_file_is_refused_as_neuron_does(h: Any) -> None:
    with pytest.raises(RuntimeError, match=r"nowhere\.swc :file is not open"):
        h.Import3d_SWC_read().input("nowhere.swc")


def test_changed_type_and_diameter_reach_the_sections(h: Any, tmp_path: Path) -> None:
    path = tmp_path / "cell.swc"
    path.write_text(FILES["two_point_soma"])
    reader = h.Import3d_SWC_read()
    reader.input(str(path))
    reader.sections[1].type = 4
    reader.sections[1].d[1] = 7.0
    cell = Cell()
    h.Import3d_GUI(reader, 0).instantiate(cell)
    assert [section.name() for section in cell.apic] == ["Cell.apic[0]"]
    assert cell.apic[0].diam3d(1) == 7.0


def test_top_level_sections_replace_those_of_an_earlier_import(h: Any, tmp_path: Path) -> None:
    path = tmp_path / "cell.swc"
    path.write_text(FILES["one_point_soma"])
    reader = h.Import3d_SWC_read()
    reader.input(str(path))
    gui = h.Import3d_GUI(reader, 0)
    gui.instantiate(None)
    first = h.soma[0]
    gui.instantiate(None)
    assert [section.name() for section in (*h.soma, *h.dend)] == ["soma[0]", "dend[0]", "dend[1]"]
    with pytest.raises(ReferenceError):
        first.name()


def reconstructions(suffix: str) -> list[Path]:
    """Returns the morphologies that installed packages carry."""
    files = (file for distribution in distributions() for file in distribution.files or [] if file.suffix == suffix)
    return sorted({Path(str(file.locate())) for file in files})


def neuron_reads(module: str, paths: list[Path], folder: Path) -> list[dict[str, Any]]:
    """Returns what a live NEURON makes of files, described by one of the modules of this package."""
    output = folder / "found.json"
    command = [sys.executable, "-c", NEURON_READS, str(output), module, *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, cwd=REFERENCE.parents[1])
    found: list[dict[str, Any]] = json.loads(output.read_text())
    return found


@pytest.mark.live
def test_reconstructions_are_a_live_neurons(h: Any, tmp_path: Path) -> None:
    paths = reconstructions(".swc")
    if not paths:
        pytest.skip("no installed package carries an SWC file")
    for path, expected in zip(paths, neuron_reads("swc_files", paths, tmp_path), strict=True):
        assert describe_import_of(h, path) == expected, path.name
