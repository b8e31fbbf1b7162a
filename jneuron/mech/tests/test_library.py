"""The library: what is in it, in which order, and that nothing is compiled before it must be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jneuron.base.errors import HocError
from jneuron.ir.mechanism_type import MechanismKind
from jneuron.mech import library as library_module
from jneuron.mech.library import Library, describe

DENSITY = ("morphology", "capacitance", "pas", "extracellular", "fastpas", "na_ion", "k_ion", "hh")
OTHERS = (
    "IClamp", "AlphaSynapse", "ExpSyn", "Exp2Syn", "SEClamp", "VClamp", "OClamp", "APCount", "NetStim", "IntFire1",
    "IntFire2", "IntFire4", "PointProcessMark", "PatternStim",
)  # fmt: skip


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JNEURON_CACHE_DIR", str(tmp_path / "cache"))


def test_built_ins_come_in_neurons_order() -> None:
    library = Library()
    assert library.names(MechanismKind.DENSITY) == DENSITY
    assert tuple(name for name in library if name not in DENSITY) == OTHERS


def test_index_agrees_with_the_files() -> None:
    for name, kind, file in library_module._BUILT_IN:
        if file:
            entry = describe(library_module._FOLDER / f"{file}.mod")
            assert (entry.name, entry.kind) == (name, kind)


@pytest.mark.parametrize("name", [*DENSITY, *OTHERS])
def test_built_ins_compile(name: str) -> None:
    mechanism = Library().get(name)
    assert mechanism.name == name
    assert mechanism.kind is Library().kind(name)


def test_listing_compiles_nothing_and_imports_no_compiler() -> None:
    code = "import sys; from jneuron.mech.library import Library; Library().names(); "
    code += "print([name for name in ('jneuron.nmodl.parser', 'jneuron.nmodl.pipeline', 'jax') if name in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_user_files_come_after_their_ions(tmp_path: Path) -> None:
    path = tmp_path / "pump.mod"
    path.write_text(": USEION no\nNEURON { SUFFIX pump USEION ca READ cai USEION mg WRITE img VALENCE 2 }")
    library = Library()
    assert library.add_file(path) == "pump"
    assert library.names()[-3:] == ("ca_ion", "mg_ion", "pump")
    assert [variable.name for variable in library.get("mg_ion").variables][:3] == ["emg", "mgi", "mgo"]


def test_a_name_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "mine.mod"
    path.write_text("NEURON { SUFFIX hh }")
    with pytest.raises(HocError, match="hh"):
        Library().add_file(path)


def test_cached_code_is_used_and_damage_is_repaired(tmp_path: Path) -> None:
    assert Library().get("hh").digest
    (code,) = (tmp_path / "cache").rglob("*.bin")
    before = code.read_bytes()
    code.write_bytes(b"damaged")
    assert Library().get("hh").variables
    assert code.read_bytes() == before


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("JNEURON_CACHE_DIR", str(tmp_path / "file"))
    assert Library().get("pas").currents == ("i",)
