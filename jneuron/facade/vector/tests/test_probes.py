"""What `record` and `play` declare."""

from __future__ import annotations

import gc

import pytest

from jneuron.base.errors import HocError
from jneuron.facade.vector.tests.session import LeastSession, Place
from jneuron.model.probes import Sampling


@pytest.fixture
def session():
    return LeastSession()


def test_record_declares_a_sample_every_step(session):
    vector, place = session.h.Vector(), Place()
    vector.record(place)
    (decl,) = session.model.probes.records
    assert (decl.vector(), decl.reference, decl.sampling) == (vector, place, Sampling.EVERY_STEP)


def test_record_with_an_interval(session):
    vector = session.h.Vector()
    vector.record(Place(), 0.5)
    (decl,) = session.model.probes.records
    assert (decl.sampling, decl.dt) == (Sampling.INTERVAL, 0.5)


def test_record_with_times(session):
    vector, times = session.h.Vector(), session.h.Vector([1, 2])
    vector.record(Place(), times)
    (decl,) = session.model.probes.records
    assert (decl.sampling, decl.times()) == (Sampling.TIMES, times)


def test_a_vector_records_one_variable_only(session):
    vector, last = session.h.Vector(), Place()
    vector.record(Place())
    vector.record(last)
    assert [decl.reference for decl in session.model.probes.records] == [last]


def test_a_vector_plays_into_several_variables(session):
    vector = session.h.Vector([1, 2])
    vector.play(Place(), 1)
    vector.play(Place(), 1)
    assert len(begun(session)) == 2


def test_play_with_times_holds_values_unless_told_to_interpolate(session):
    vector, times = session.h.Vector([1, 2]), session.h.Vector([0, 1])
    vector.play(Place(), times)
    vector.play(Place(), times, 1)
    vector.play(Place(), times, 0)
    assert [decl.continuous for decl in begun(session)] == [False, True, False]


def test_play_with_discontinuities_interpolates(session):
    vector, times, jumps = session.h.Vector([1, 2]), session.h.Vector([0, 1]), session.h.Vector([1])
    vector.play(Place(), times, jumps)
    (decl,) = begun(session)
    assert decl.continuous
    assert decl.discontinuities() is jumps


def test_a_statement_without_a_placeholder_names_a_variable(session):
    vector = session.h.Vector([1, 2])
    vector.play("x", 1)
    vector.play("print $1", 1)
    for decl in begun(session):
        decl.reference.set(2.5)
    assert session.executed == ["x=(2.5)", "print (2.5)"]


def test_play_of_an_index_executes_statements(session):
    vector = session.h.Vector([1, 2.5])
    vector.play("print $1", 1)
    vector.play(1)
    assert session.executed == ["print (2.5)"]


def test_play_remove_ends_recording_too(session):
    vector = session.h.Vector()
    vector.record(Place())
    vector.play(Place(), 1)
    assert begun(session)
    vector.play_remove()
    assert not session.model.probes.records
    assert not session.model.probes.plays


@pytest.mark.parametrize("dropped", ["vector", "times"])
def test_a_play_goes_with_either_of_its_vectors(session, dropped):
    vectors = {"vector": session.h.Vector([1, 2]), "times": session.h.Vector([0, 1])}
    vectors["vector"].play(Place(), vectors["times"], 1)
    assert begun(session)
    version = session.model.probes.version
    del vectors[dropped]
    gc.collect()
    assert not session.model.probes.plays
    assert session.model.probes.version > version


def test_each_change_counts_up_the_version(session):
    probes, vector = session.model.probes, session.h.Vector()
    versions = [probes.version]
    for change in (lambda: vector.record(Place()), lambda: begun_with(session, vector), vector.play_remove):
        change()
        versions.append(probes.version)
    assert versions == sorted(set(versions))


def test_a_play_takes_part_in_runs_that_begin_later(session):
    first, second = session.h.Vector([1]), session.h.Vector([2])
    first.play(Place(), 1)
    assert not session.model.probes.plays
    (decl,) = begun(session)
    second.play(Place(), 1)
    assert session.model.probes.plays == [decl]
    assert len(begun(session)) == 2


def begun(session):
    """Returns the plays of a run that begins now."""
    session.model.probes.begin_plays()
    return session.model.probes.plays


def begun_with(session, vector):
    vector.play(Place(), 1)
    return begun(session)


def test_removing_nothing_changes_nothing(session):
    version = session.model.probes.version
    session.h.Vector().play_remove()
    assert session.model.probes.version == version


def test_recording_needs_a_section(session):
    session.model.sections.clear()
    with pytest.raises(HocError, match="Section access unspecified"):
        session.h.Vector().record(Place())
