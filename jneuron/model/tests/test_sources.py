"""Sources are known by the place of what they watch, wherever that goes."""

from __future__ import annotations

from jneuron.model.model import Model
from jneuron.model.network import SourceDecl
from jneuron.model.section import SectionDecl


def source_at(model: Model, section: SectionDecl, slot: int) -> SourceDecl:
    return model.source_of_variable(model.node_reference(section, slot), section)


def test_a_source_follows_its_segment_when_nseg_changes() -> None:
    model = Model()
    section = model.create_section("a")
    source = source_at(model, section, 1)
    model.set_nseg(section, 3)
    assert source_at(model, section, 2) is source
    assert source_at(model, section, 1) is not source


def test_nseg_can_change_while_events_come_from_another_host() -> None:
    model = Model()
    section = model.create_section("a")
    model.input_port(7)
    source_at(model, section, 1)
    model.set_nseg(section, 3)
    assert section.nseg == 3


def test_a_reference_that_is_dead_stays_so_when_nseg_changes() -> None:
    model = Model()
    section = model.create_section("a")
    model.insert_ion(section, "na_ion")
    reference = model.segment_reference(section, 1, "na_ion", "ena")
    model.uninsert(section, "na_ion")
    model.set_nseg(section, 3)
    assert not reference.alive


def test_a_place_used_anew_has_a_source_of_its_own() -> None:
    model = Model()
    section = model.create_section("a")
    source = source_at(model, section, 1)
    connection = model.create_netcon(source, None)
    model.delete_section(section)
    other = source_at(model, model.create_section("b"), 1)
    assert other is not source
    model.delete_netcon(connection)
    assert source not in model.sources
    assert other in model.sources


def test_sources_that_nothing_needs_go_with_their_gids() -> None:
    model = Model()
    section = model.create_section("a")
    wanted, idle = source_at(model, section, 1), source_at(model, section, 0)
    model.create_netcon(wanted, None)
    wanted.gid, idle.gid = 1, 2
    model.forget_gids([wanted, idle])
    assert list(model.sources) == [wanted]
