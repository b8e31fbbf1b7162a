"""`h.Random` draws NEURON's numbers bit for bit: 10,000 of each generator and distribution, by digest."""

from __future__ import annotations

import json

import pytest

import jneuron
from compat_tests.api.make_random_reference import path_of
from compat_tests.api.random_draws import DISTRIBUTIONS, GENERATORS, draw_at_once, draw_one_by_one

EVERY_PAIR = [(name, distribution) for name in GENERATORS for distribution in DISTRIBUTIONS]


@pytest.mark.parametrize(("name", "distribution"), EVERY_PAIR)
def test_repick_draws_what_neuron_draws(name, distribution):
    assert draw_one_by_one(jneuron.Session().h, name, distribution) == _stored(name, distribution)


@pytest.mark.parametrize(("name", "distribution"), EVERY_PAIR)
def test_setrand_draws_what_neuron_draws_one_by_one(name, distribution):
    assert draw_at_once(jneuron.Session().h, name, distribution) == _stored(name, distribution)


def _stored(name, distribution):
    return json.loads(path_of(name).read_text(encoding="utf-8"))[distribution]
