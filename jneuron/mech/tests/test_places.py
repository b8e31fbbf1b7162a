"""Where .mod files are found: beside a library, in a model's folder, from the list of nrnivmodl's stand-in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jneuron.mech import nrnivmodl
from jneuron.mech.library import Library
from jneuron.mech.places import files_of_folder, files_of_library, find, write_list

MACHINE = os.uname().machine


def write(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.mod").write_text(f"NEURON {{ SUFFIX {name} RANGE g }}\nPARAMETER {{ g = 1 }}\n")


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.stem for path in paths]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JNEURON_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_of_the_working_folder_are_loose(here: Path) -> None:
    write(here, "b", "a")
    found = find(Path())
    assert (names(found.built), names(found.loose)) == ([], ["a", "b"])


@pytest.mark.parametrize("folder", ["mechanisms", "mod", "modfiles"])
def test_usual_folders_are_looked_into(here: Path, folder: str) -> None:
    write(here / folder, "a")
    assert names(find(Path()).loose) == ["a"]


def test_the_scripts_folder_counts_where_the_working_folder_has_nothing(here: Path) -> None:
    write(here / "model", "a")
    assert names(find(Path(), here / "model").loose) == ["a"]
    write(here, "b")
    assert names(find(Path(), here / "model").loose) == ["b"]


def test_the_list_of_a_build_keeps_its_order(here: Path) -> None:
    write(here / "src", "a", "b")
    (here / MACHINE).mkdir()
    write_list(here / MACHINE, [(here / "src" / f"{name}.mod").resolve() for name in "ba"])
    assert names(find(Path()).built) == ["b", "a"]
    assert names(files_of_library(Path(f"{MACHINE}/.libs/libnrnmech.so"))) == ["b", "a"]
    assert names(files_of_folder(Path())) == ["b", "a"]


def test_cpp_of_neurons_nrnivmodl_names_its_files(here: Path) -> None:
    write(here / "elsewhere", "a", "b", "c")
    build = here / MACHINE
    build.mkdir()
    (build / "libnrnmech.so").touch()
    (build / "mod_func.cpp").write_text('fprintf(stderr, " \\"../b.mod\\"");\nfprintf(stderr, " \\"./a\\"");\n')
    for name in "ab":
        (build / f"{name}.cpp").write_text(f'const char* nmodl_filename = "{here}/elsewhere/{name}.mod";\n')
    assert names(find(Path()).built) == ["b", "a"]


def test_a_library_without_notes_stands_for_the_files_above_it(here: Path) -> None:
    write(here / "lib", "a")
    assert names(files_of_library(here / "lib" / MACHINE / ".libs" / "libnrnmech.so")) == ["a"]


def test_what_is_loaded_takes_the_place_of_what_was_found(here: Path) -> None:
    write(here, "a")
    write(here / "other", "a")
    library = Library()
    library.add_found(find(Path()))
    assert library.add_file(here / "other" / "a.mod") == "a"
    assert library.path("a") == (here / "other" / "a.mod").resolve()


def test_names_that_are_taken_are_left_out_and_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, "hh", "own")
    library = Library()
    library.add_found(find(Path()))
    assert "own" in library
    assert library.path("hh") != (here / "hh.mod").resolve()
    assert capsys.readouterr().err == "NEURON: The user defined name already exists: hh (hh.mod)\n"


def test_files_of_functions_bring_names_and_are_not_read_further(here: Path) -> None:
    (here / "calc.mod").write_text("NEURON { SUFFIX nothing GLOBAL d }\nFUNCTION f(x) { this is no NMODL }\n")
    library = Library()
    library.add_found(find(Path()))
    assert library.bringing("f") == library.bringing("d") == ("calc.mod",)
    assert library.bringing("g") == ()


class TestNrnivmodl:
    def test_leaves_a_list_a_library_and_special(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(here / "mod", "a")
        assert nrnivmodl.main(["-coreneuron", "-incflags", "-I x", "mod"]) == 0
        assert capsys.readouterr().out.splitlines() == [
            str(here),
            'Mod files: "mod/a.mod"',
            " -> mod/a.mod: density a",
            f"Successfully created {MACHINE}/special",
        ]
        assert names(find(Path()).built) == ["a"]
        assert os.access(here / MACHINE / "special", os.X_OK)
        assert (here / MACHINE / "libnrnmech.so").exists()

    def test_leaves_a_real_library_alone(self, here: Path) -> None:
        write(here, "a")
        (here / MACHINE).mkdir()
        (here / MACHINE / "libnrnmech.so").write_bytes(b"\x7fELF")
        assert nrnivmodl.main([]) == 0
        assert (here / MACHINE / "libnrnmech.so").read_bytes() == b"\x7fELF"

    def test_shows_every_wrong_file_and_fails(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(here, "good")
        (here / "bad.mod").write_text("NEURON { SUFFIX bad }\nSTATE {\n")
        (here / "worse.mod").write_text("NEURON { SUFFIX worse }\nBREAKPOINT { x = }\n")
        assert nrnivmodl.main([]) == 1
        shown = capsys.readouterr().err
        assert "bad.mod:" in shown and "worse.mod:2:" in shown and "2 of 3 files are wrong" in shown
        assert not (here / MACHINE).exists()

    @pytest.mark.parametrize(
        ("argument", "text"),
        [
            ("-what", "-what unrecognized, check available CLI options with --help\n"),
            ("nowhere", 'Arg Error: "nowhere" is not a folder or mod file name or prefix\n'),
        ],
    )
    def test_refuses_in_neurons_words(self, argument: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert nrnivmodl.main([argument]) == 1
        assert capsys.readouterr().out == text
