"""`h.NetStim`: a generator of spikes; its random stream can be chosen."""

from __future__ import annotations

from jneuron.facade.calls import Arguments, Refusal, attach
from jneuron.facade.implements import implements
from jneuron.facade.point_process import PointProcess
from jneuron.facade.random.nmodl_random import NMODLRandom
from jneuron.facade.random.random import to_long
from jneuron.facade.random.stream import WORD

STREAM = "ranvar"


@implements("NetStim", "NetStim.noiseFromRandom", "NetStim.noiseFromRandom123")
class NetStim(PointProcess):
    """A generator of spikes, regular or random."""

    __slots__ = ()


def _noise_from_random(stim: NetStim, given: Arguments) -> float:
    """`noiseFromRandom(random)`: draws from a copy of a Random's Random123 stream, from where it is now."""
    if given.has(0):
        stream = given.of_class(0, "Random").stream123
        if stream is None:
            raise Refusal("NetStim: Random.Random123 generator is required.")
        _go_to(stim, stream.place, stream.ids)
    return 1.0


def _noise_from_random123(stim: NetStim, given: Arguments) -> float:
    """`noiseFromRandom123(id1, id2[, id3])`: draws from the beginning of a Random123 stream, of its own without identifiers."""
    if given.has(1):
        ids = tuple(to_long(given.number(k, 0.0)) % WORD for k in range(3))
        _go_to(stim, 0, (ids[0], ids[1], ids[2]))
    else:
        _go_to(stim, 0)
    return 1.0


def _go_to(stim: NetStim, place: int, ids: tuple[int, int, int] | None = None) -> None:
    stream: NMODLRandom = getattr(stim, STREAM)
    stream.move_to(place, ids)


attach(NetStim, {"noiseFromRandom": _noise_from_random, "noiseFromRandom123": _noise_from_random123})
