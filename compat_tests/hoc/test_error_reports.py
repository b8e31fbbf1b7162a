"""What an error shows besides its message: file, line, caret, and the calls that led to it, as NEURON 9.0.2 shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

import jneuron
from jneuron.base.errors import HocError

REPORTS = {
    "calls of an object, with text and objects among the arguments": (
        "begintemplate Deep\nobjref vec, this\npublic go\nproc init() { vec = new Vector(2) }\n"
        'proc go() { deeper($1, "a string that is long", this, vec) }\nproc deeper() { vec.x[$1] = 3 }\nendtemplate Deep\n'
        "objref deep\ndeep = new Deep()\nproc top() { deep.go($1) }\nfunc value() { top($1 + 1) return 2 }\nx = value(5)\n",
        "NEURON: subscript 0 index 6 of x out of range 2\n in report.hoc near line 12\n x = value(5)\n             ^\n"
        '        Deep[0].deeper(6, "a string t...", Deep[0], Vector[0])\n'
        "      Deep[0].go(6)\n    top(6)\n  value(5)\nand others\n",
    ),
    "a function that is not there": (
        'proc down() { if ($1 > 0) { down($1 - 1) } else { nowhere(3, "a") } }\ndown(1)\n',
        "NEURON: nowhere undefined function\n in report.hoc near line 2\n down(1)\n        ^\n"
        '        nowhere(3, "a")\n      down(0)\n    down(1)\n  xopen("report.hoc")\n',
    ),
    "a method of NEURON's own": (
        "objref all\nall = new List()\nproc look() { print all.o(3) }\nlook()\n",
        "NEURON: Arg out of range in user function\n in report.hoc near line 4\n look()\n       ^\n"
        '        List[0].o(3)\n      look()\n    xopen("report.hoc")\n',
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_an_error_shows_the_calls_that_led_to_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    text, report = REPORTS[name]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.hoc").write_text(text, encoding="utf-8")
    with pytest.raises(HocError):
        jneuron.Session().h.xopen("report.hoc")
    assert capfd.readouterr().err == report


def test_a_file_that_fails_to_load_is_named_after_its_own_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inner.hoc").write_text("proc bad() { nowhere(3) }\nbad()\n", encoding="utf-8")
    with pytest.raises(HocError, match=r"hoc_execerror: hoc_Load_file inner\.hoc"):
        jneuron.Session().h.load_file("inner.hoc")
    assert capfd.readouterr().err.startswith(
        "NEURON: nowhere undefined function\n in inner.hoc near line 2\n bad()\n      ^\n        nowhere(3)\n      bad()\n"
        '    xopen("inner.hoc")\n  execute1("{xopen("in...")\nand others\nNEURON: hoc_Load_file inner.hoc\n'
    )
