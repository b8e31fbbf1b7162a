"""Import3d makes NEURON's sections of Neurolucida files, soma outlines included, to the last bit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from compat_tests.geometry.asc_files import FILES, REFUSED, describe_import, describe_import_of
from compat_tests.geometry.make_reference import REFERENCE
from compat_tests.geometry.test_swc import neuron_reads, reconstructions
from jneuron import Session


@pytest.fixture
def h() -> Any:
    h = Session().h
    h.load_file("import3d.hoc")
    return h


@pytest.fixture(scope="module")
def stored() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((REFERENCE / "asc.json").read_text())
    return found


@pytest.mark.parametrize("name", FILES)
def test_file_becomes_neurons_sections(name: str, h: Any, stored: dict[str, Any]) -> None:
    assert describe_import(h, FILES[name]) == stored[name]


@pytest.mark.parametrize("name", REFUSED)
def test_bad_file_is_refused_with_its_line(name: str, h: Any, tmp_path: Path) -> None:
    text, message = REFUSED[name]
    path = tmp_path / "bad.asc"
    path.write_text(text)
    with pytest.raises(RuntimeError, match=re.escape(message)) as caught:
        h.Import3d_Neurolucida3().input(str(path))
    assert str(path) in str(caught.value)


def test_tree_outside_the_soma_is_remarked_upon(h: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cell.asc"
    path.write_text(FILES["tree_outside_the_soma"])
    h.Import3d_Neurolucida3().input(str(path))
    assert capsys.readouterr().out == (
        f"\n\r31 lines read\n2 spines\n\n{path} problems\n\n"
        "\nMain branch starting at line 24 is outside the soma bounding boxes\n"
        "  Making a logical connection to center of nearest soma\n"
    )


@pytest.mark.live
def test_reconstructions_are_a_live_neurons(h: Any, tmp_path: Path) -> None:
    paths = reconstructions(".asc")
    if not paths:
        pytest.skip("no installed package carries an .asc file")
    for path, expected in zip(paths, neuron_reads("asc_files", paths, tmp_path), strict=True):
        assert describe_import_of(h, path) == expected, path.name
