"""hoc's functions about MCellRan4."""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.base import mcellran4
from jneuron.facade.calls import Arguments
from jneuron.facade.functions import function
from jneuron.model.random_settings import RandomSettings

WORD = 2**32


@function("mcell_ran4")
def mcell_ran4(session: Any, given: Arguments) -> float:
    """`mcell_ran4(&index)`: returns the MCellRan4 number at a high index, and moves the index on."""
    index = given.reference(0)
    high = int(index.get()) % WORD
    index.set(float((high + 1) % WORD))
    words = mcellran4.words(np.array([high], np.uint64), _settings_of(session).low_index)
    return float(words[0] * mcellran4.SCALE)


@function("mcell_ran4_init")
def mcell_ran4_init(session: Any, given: Arguments) -> float:
    """Returns the low index of MCellRan4, before setting it if one is given."""
    settings = _settings_of(session)
    before = settings.low_index
    if given.has(0):
        settings.set_low_index(int(given.checked(0, 0, WORD - 1)))
    return float(before)


@function("use_mcell_ran4")
def use_mcell_ran4(session: Any, given: Arguments) -> float:
    """Returns whether `scop_random` in mechanisms is to use MCellRan4, before setting it if asked to."""
    settings = _settings_of(session)
    before = settings.use_mcellran4
    if given.has(0):
        settings.use_mcellran4 = int(given.checked(0, 0, 1)) == 1
    return float(before)


def _settings_of(session: Any) -> RandomSettings:
    return session.model.random_settings  # type: ignore[no-any-return]
