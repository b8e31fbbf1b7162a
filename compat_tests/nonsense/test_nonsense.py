"""Whatever a user passes to a callable, it answers or raises; the model is as it was, and still runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jneuron import Session
from jneuron.facade.functions import FUNCTIONS

NONSENSE: tuple[Any, ...] = (None, "nonsense", -1, 1e300, float("nan"), object(), [], {}, (), lambda: None)
ENDS_THE_PROGRAM = {"quit", "chdir", "execerror", "delete_section", "define_shape", "hoc_stdout"}

RUNS = {"run", "continuerun", "fadvance", "step", "steprun", "advance", "moviestep", "runbutton", "thresh_excited"}


@pytest.fixture
def session() -> Session:
    session = Session()
    session.h.load_file("stdrun.hoc")
    return session


def model_of(session: Session) -> tuple[Any, ...]:
    h = session.h
    soma, dend = h.Section(name="soma"), h.Section(name="dend")
    dend.connect(soma(1))
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    synapse = h.ExpSyn(dend(0.5))
    return soma, dend, clamp, synapse, h.NetCon(soma(0.5)._ref_v, synapse, sec=soma)


def description(soma: Any, dend: Any, clamp: Any, synapse: Any, netcon: Any) -> str:
    return f"{soma.psection()} {dend.parentseg()} {clamp.amp} {synapse.tau} {netcon.weight[0]} {netcon.valid()}"


def call(function: Any, *arguments: Any) -> None:
    try:
        function(*arguments)
    except Exception as error:
        assert type(error).__name__ != "InternalError"


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("name", ["connect", "insert", "uninsert", "has_membrane", "pt3dchange", "pt3dremove", "x3d"])
def test_a_section_survives(session: Session, name: str, nonsense: Any) -> None:
    model = model_of(session)
    before = description(*model)
    call(getattr(model[1], name), nonsense)
    call(getattr(model[1], name), nonsense, nonsense)
    assert description(*model) == before


@pytest.mark.parametrize("nonsense", (None, "nonsense", object(), [], {}, ()), ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("attribute", ["L", "Ra", "nseg", "diam", "cm", "v", "rallbranch", "gnabar_hh", "ena"])
def test_an_attribute_refuses(session: Session, attribute: str, nonsense: Any) -> None:
    model = model_of(session)
    before = description(*model)
    with pytest.raises((TypeError, ValueError)):
        setattr(model[0], attribute, nonsense)
    assert description(*model) == before


@pytest.mark.parametrize("nonsense", (None, "nonsense", object(), []), ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("name", ["IClamp", "NetCon", "SectionRef", "SectionList", "FInitializeHandler", "APCount"])
def test_a_constructor_leaves_nothing_behind(session: Session, name: str, nonsense: Any) -> None:
    model = model_of(session)
    before = description(*model)
    call(getattr(session.h, name), nonsense, nonsense)
    assert description(*model) == before


def test_every_function_answers_or_refuses(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # some write files
    monkeypatch.chdir(tmp_path)
    for file in {function.since for function in FUNCTIONS.values()} - {""}:
        session.h.load_file(file)
    model = model_of(session)
    for name in sorted(set(FUNCTIONS) - ENDS_THE_PROGRAM - RUNS):
        for nonsense in ("nonsense", object(), []):
            call(getattr(session.h, name), nonsense, nonsense)
    assert model[0].L > 0
