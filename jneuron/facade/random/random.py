"""`h.Random`: a generator and a distribution."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.base.errors import UnsupportedError
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords, refuse
from jneuron.facade.objects import visible_names
from jneuron.facade.random.distributions import (
    Binomial,
    DiscreteUniform,
    Distribution,
    Erlang,
    Floats,
    Geometric,
    HyperGeometric,
    LogNormal,
    NegativeExponential,
    Normal,
    Poisson,
    Uniform,
    Weibull,
)
from jneuron.facade.random.played import play_into
from jneuron.facade.random.stream import WORD, MCellRan4Stream, Random123Stream, Stream
from jneuron.model.random_settings import RandomSettings

DEFAULT_SECOND_ID = 55
LARGEST_INT = 2.0**31


class Random(HocMethodsObject):
    """NEURON's Random: `Random([seed[, size]])` draws from the Random123 stream (seed, size, 0)."""

    hoc_name = "Random"
    __slots__ = ("_distribution", "_stream")
    _distribution: Distribution
    _stream: Stream

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        given = Arguments("Random", values)
        try:
            seed, size = to_long(given.number(0, 0.0)), int(given.checked(1, 7, 98, DEFAULT_SECOND_ID))
        except Refusal as refusal:
            refuse(refusal, "Random", values)
        _set_stream(self, Random123Stream(settings_of(self.session), (seed % WORD, size, 0)))
        _set_distribution(self, Normal(0.0, 1.0))

    def __dir__(self) -> list[str]:
        return visible_names(object.__dir__(self), ("draws", "hoc_name", "session", "stream123"))

    def draws(self, n: int) -> Floats:
        """Returns `n` draws, the same as `n` calls of `repick`."""
        return self._distribution.draw_many(self._stream, n)

    @property
    def stream123(self) -> Random123Stream | None:
        """The stream, if it is one of Random123."""
        return self._stream if isinstance(self._stream, Random123Stream) else None


# past the class's own __setattr__, which is for users
_set_stream: Callable[[Random, Stream], None] = Random.__dict__["_stream"].__set__
_set_distribution: Callable[[Random, Distribution], None] = Random.__dict__["_distribution"].__set__


def settings_of(session: Any) -> RandomSettings:
    """Returns what the random streams of a session share."""
    return session.model.random_settings  # type: ignore[no-any-return]


def to_long(x: float) -> int:
    """Returns what C makes of a double cast to long on the machines NEURON runs on."""
    return int(x) if abs(x) < 2.0**63 else -(2**63)


# ---- the generator


def _random123(random: Random, given: Arguments) -> float:
    """`Random123([id1[, id2[, id3]]])`: draws from the beginning of a Random123 stream from now on."""
    ids = tuple(int(given.checked(k, 0, WORD - 1, 0.0)) for k in range(3))
    _set_stream(random, Random123Stream(settings_of(random.session), (ids[0], ids[1], ids[2])))
    return 0.0


def _random123_globalindex(random: Random, given: Arguments) -> float:
    """Returns the global index of all Random123 streams, after setting it if one is given."""
    settings = settings_of(random.session)
    if given.has(0):
        settings.set_global_index(int(given.checked(0, 0, WORD - 1)))
    return float(settings.global_index)


def _mcellran4(random: Random, given: Arguments) -> float:
    """`MCellRan4([high[, low]])`: draws from MCellRan4 from now on; returns the high index, which is made up for 0."""
    high, low = (int(given.checked(k, 0, WORD - 1, 0.0)) for k in range(2))
    _set_stream(random, MCellRan4Stream(settings_of(random.session), high, low))
    return float(random._stream.place)


def _seq(random: Random, given: Arguments) -> float:
    """Returns the place in the sequence, after moving there if one is given; a normal deviate that waits is kept."""
    if given.has(0):
        place = given.checked(0, 0, 4.0 * WORD - 1) if random.stream123 else given.number(0)
        random._stream.move_to(to_long(place))
    return float(random._stream.place)


# ---- the distribution


def _repick(random: Random, given: Arguments) -> float:
    """Returns the next draw."""
    return random._distribution.draw(random._stream)


def _use(random: Random, distribution: Distribution) -> float:
    _set_distribution(random, distribution)
    return distribution.draw(random._stream)


def _uniform(random: Random, given: Arguments) -> float:
    """`uniform(low, high)`."""
    return _use(random, Uniform(given.number(0), given.number(1)))


def _discunif(random: Random, given: Arguments) -> float:
    """`discunif(low, high)`: whole numbers, both limits included."""
    low, high = sorted((to_long(given.number(0)), to_long(given.number(1))))
    return _use(random, DiscreteUniform(low, high))


def _normal(random: Random, given: Arguments) -> float:
    """`normal(mean, variance)`."""
    return _use(random, Normal(given.number(0), given.number(1)))


def _lognormal(random: Random, given: Arguments) -> float:
    """`lognormal(mean, variance)`."""
    return _use(random, LogNormal(given.number(0), given.number(1)))


def _binomial(random: Random, given: Arguments) -> float:
    """`binomial(n, p)`: how many of n trials of chance p succeed."""
    n_trial, chance = given.checked(0, 0, 1e99), given.checked(1, 0, 1)
    return _use(random, Binomial(int(n_trial) if n_trial < LARGEST_INT else 0, chance))


def _poisson(random: Random, given: Arguments) -> float:
    """`poisson(mean)`."""
    distribution = Poisson(given.number(0))
    if distribution.bound == 0.0:
        raise _endless(f"Random.poisson({distribution.mean:g})", "exp(-mean) is 0 in double precision")
    return _use(random, distribution)


def _geometric(random: Random, given: Arguments) -> float:
    """`geometric(p)`: the number of draws until one is not below p."""
    chance = given.checked(0, 0, 1)
    if chance == 1.0:
        raise _endless("Random.geometric(1)", "every number is below 1")
    return _use(random, Geometric(chance))


def _hypergeo(random: Random, given: Arguments) -> float:
    """`hypergeo(mean, variance)`."""
    return _use(random, HyperGeometric(given.number(0), given.number(1)))


def _negexp(random: Random, given: Arguments) -> float:
    """`negexp(mean)`."""
    return _use(random, NegativeExponential(given.number(0)))


def _erlang(random: Random, given: Arguments) -> float:
    """`erlang(mean, variance)`."""
    return _use(random, Erlang(given.number(0), given.number(1)))


def _weibull(random: Random, given: Arguments) -> float:
    """`weibull(alpha, beta)`."""
    return _use(random, Weibull(given.number(0), given.number(1)))


def _endless(name: str, reason: str) -> UnsupportedError:
    return UnsupportedError(name, f"{reason}, so that a draw never ends in NEURON.", "use another parameter.")


def _play(random: Random, given: Arguments) -> float:
    """`play(reference)`: puts a new draw there at every initialisation and at the beginning of every step."""
    play_into(random.session, random, given.reference(0))
    return 0.0


attach(
    Random,
    {
        "MCellRan4": _mcellran4,
        "Random123": _random123,
        "Random123_globalindex": _random123_globalindex,
        "binomial": _binomial,
        "discunif": _discunif,
        "erlang": _erlang,
        "geometric": _geometric,
        "hypergeo": _hypergeo,
        "lognormal": _lognormal,
        "negexp": _negexp,
        "normal": _normal,
        "play": _play,
        "poisson": _poisson,
        "repick": _repick,
        "seq": _seq,
        "uniform": _uniform,
        "weibull": _weibull,
    },
)
