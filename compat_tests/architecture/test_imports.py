"""Who imports what: the layers, the light start, siblings within a package."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "jneuron"
HEAVY = {"jax", "jaxlib", "brainunit", "scipy", "matplotlib"}


def loaded_by(statement: str) -> set[str]:
    """Returns the top-level modules that a fresh Python has loaded after a statement."""
    program = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize("statement", ["from jneuron import h", "import jneuron.as_neuron; from neuron import h, gui, units"])
def test_the_interface_loads_no_heavy_package(statement: str) -> None:
    assert not loaded_by(statement) & HEAVY


def test_a_model_is_built_and_inspected_without_jax() -> None:
    statements = [
        "from jneuron import h",
        "soma = h.Section(name='soma')",
        "soma.nseg = 5",
        "soma.insert('hh')",
        "clamp = h.IClamp(soma(0.5))",
        "v = h.Vector().record(soma(0.5)._ref_v)",
        "areas = [segment.area() for segment in soma]",
        "repr(soma), repr(clamp), soma.gnabar_hh",
    ]
    assert not loaded_by("\n".join(statements)) & HEAVY


@pytest.mark.skipif(find_spec("importlinter") is None, reason="import-linter is not installed")
def test_layers_are_kept() -> None:
    done = subprocess.run([Path(sys.executable).parent / "lint-imports"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout


def package_self_imports(path: Path) -> list[str]:
    """Returns the imports in a file that go through its own package's `__init__`."""
    package = ".".join(path.relative_to(ROOT).parent.parts)
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            found += [f"from {package} import {a.name}" for a in node.names if not is_module(path.parent, a.name)]
        if isinstance(node, ast.ImportFrom) and node.level:
            found.append(f"relative import of {node.module or '.'}")
    return found


def is_module(folder: Path, name: str) -> bool:
    return (folder / f"{name}.py").exists() or (folder / name / "__init__.py").exists()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_siblings_are_imported_by_their_own_names(path: Path) -> None:
    if path.parent != PACKAGE:
        assert package_self_imports(path) == []


def declared_packages() -> set[str]:
    """Returns the names of the packages that pyproject.toml asks for, extras included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = [*project["dependencies"], *(r for extra in project["optional-dependencies"].values() for r in extra)]
    return {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in requirements}


def imported_packages(path: Path) -> set[str]:
    """Returns the top-level packages that a file imports anywhere, without Python's own and ours."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    # jaxlib comes with jax
    return names - sys.stdlib_module_names - {"jneuron", "compat_tests", "jaxlib"}


def test_every_package_that_is_imported_is_asked_for() -> None:
    sources = [path for path in PACKAGE.rglob("*.py") if "tests" not in path.parts]
    undeclared = {
        path.relative_to(ROOT).as_posix(): extra for path in sources if (extra := imported_packages(path) - declared_packages())
    }
    assert undeclared == {}
