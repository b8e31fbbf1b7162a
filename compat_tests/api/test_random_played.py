"""Random.play: when draws are made, in which order, and when they end."""

from __future__ import annotations

import gc

import jneuron


def _model():
    h = jneuron.Session().h
    section = h.Section(name="s")
    section.insert("pas")
    clamp = h.IClamp(section(0.5))
    random = h.Random()
    random.Random123(1, 2, 3)
    random.uniform(0, 1)
    random.seq(0)
    return h, section, clamp, random


def test_one_draw_at_initialisation_and_one_at_each_step():
    h, _section, clamp, random = _model()
    random.play(clamp._ref_amp)
    h.finitialize(-65)
    drawn = [clamp.amp]
    for _ in range(3):
        h.fadvance()
        drawn.append(clamp.amp)
    random.seq(0)
    assert drawn == [random.repick() for _ in range(4)]


def test_one_random_serves_its_targets_in_order_of_play():
    h, _section, clamp, random = _model()
    box = h.ref(0)
    random.play(clamp._ref_amp)
    random.play(box)
    h.finitialize(-65)
    random.seq(0)
    assert [clamp.amp, box[0]] == [random.repick(), random.repick()]


def test_a_random_that_is_gone_plays_no_more():
    h, _section, clamp, random = _model()
    random.play(clamp._ref_amp)
    del random
    gc.collect()
    h.finitialize(-65)
    assert clamp.amp == 0.0


def test_nothing_is_drawn_for_a_target_that_is_gone():
    h, _section, clamp, random = _model()
    random.play(clamp._ref_amp)
    del clamp
    gc.collect()
    h.finitialize(-65)
    assert random.seq() == 0.0
