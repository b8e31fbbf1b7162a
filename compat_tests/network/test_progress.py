"""Long runs show how far they have come, to those who look."""

from __future__ import annotations

import io
import sys

import pytest

import jneuron
from jneuron.session import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(duration: float) -> None:
    h = jneuron.Session().h
    cell = h.IntFire1()
    h.load_file("stdrun.hoc")
    h.finitialize(-65)
    h.continuerun(duration)
    assert not cell.m


def test_a_run_that_nobody_watches_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "DELAY_S", 0.0)
    run(200.0)
    assert stream.getvalue() == ""


def test_a_long_run_at_a_terminal_shows_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tqdm")
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "DELAY_S", 0.0)
    run(200.0)
    assert "of 200.0 ms" in stream.getvalue()


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "DELAY_S", 0.0)
    run(10.0)
    assert stream.getvalue() == ""
