"""Random.play within a run of many steps: the same draws at the same steps as one by one."""

from __future__ import annotations

from typing import Any

import jneuron

DURATION = 60.0


def driven(h: Any, *, shared: bool) -> list[Any]:
    """Returns a cell with two clamps whose amplitudes are drawn, by one Random or by two, and what records them."""
    soma = h.Section(name="soma")
    soma.insert("hh")
    clamps = [h.IClamp(soma(0.5)) for _ in range(2)]
    randoms = [h.Random() for _ in range(1 if shared else 2)]
    for k, random in enumerate(randoms):
        random.Random123(k, 1, 2)
        random.normal(0.05, 0.01)
    for k, clamp in enumerate(clamps):
        clamp.dur = 1e9
        randoms[k % len(randoms)].play(clamp._ref_amp)
    return [soma, clamps, randoms, [h.Vector().record(x) for x in (clamps[0]._ref_amp, clamps[1]._ref_amp, soma(0.5)._ref_v)]]


def run(*, shared: bool, by_steps: bool) -> list[list[float]]:
    h = jneuron.Session().h
    h.load_file("stdrun.hoc")
    model = driven(h, shared=shared)
    h.finitialize(-65)
    if by_steps:
        while h.t < DURATION - h.dt / 2:
            h.fadvance()
    else:
        h.continuerun(17.0)
        h.continuerun(DURATION)
    return [list(vector) for vector in model[-1]] + [[model[2][0].seq()]]


def test_two_randoms_draw_as_step_by_step() -> None:
    assert run(shared=False, by_steps=False) == run(shared=False, by_steps=True)


def test_a_random_of_two_variables_serves_them_in_turn() -> None:
    assert run(shared=True, by_steps=False) == run(shared=True, by_steps=True)


def test_a_dropped_random_leaves_its_last_draw() -> None:
    h = jneuron.Session().h
    h.load_file("stdrun.hoc")
    model = driven(h, shared=True)
    _, clamps, randoms = model[:3]
    h.finitialize(-65)
    h.continuerun(5)
    last = clamps[0].amp
    del randoms[:]
    h.continuerun(10)
    assert clamps[0].amp == last
