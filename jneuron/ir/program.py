"""What the engine runs: a program's static structure, its traced constants and its traced state.

Nodes lie bucket by bucket: all trees of one shape form a bucket, an array (node, tree) laid out flat, so that the solver
walks the nodes once for all of them. Trees that no other resembles share one bucket of "one tree" with several roots.

Variables are addressed by a `Key`, a pair (place, name):

    ("node", "v")          voltage [mV], "i_cap" [mA/cm2], "i_membrane_" [nA]            (node,)
    ("cable", "area")      constants of the nodes: area, cm              (node,)
    ("na_ion", "ena")      an ion's variables                            (node,)
    ("hh", "m")            a mechanism's                                 (instance,) or (length, instance)
    ("hh@global", "q")     a mechanism's globals                         () or (length,)
    ("hoc", "t")           t, dt, celsius ...                            ()
    ("weight", "weight")   weights of all connections                    (weight,)
    ("number", "number")   what POINTERs point at outside the tables     (number,)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jneuron.ir.mechanism_type import MechanismType
from jneuron.ir.pytree import pytree

Array = Any
Key = tuple[str, str]


@dataclass(frozen=True)
class Bucket:
    """Trees of one shape.

    Attributes:
        n_node: Nodes of a tree.
        n_tree: Trees side by side.
        n_root: Roots among the nodes; more than 1 where unlike trees share the bucket as one.
    """

    n_node: int
    n_tree: int
    n_root: int = 1


@dataclass(frozen=True)
class GroupSpec:
    """All instances of one mechanism type.

    Attributes:
        name, digest: Identify the compiled mechanism.
        n_instance: Number of instances.
        start: First node, where the instances lie on adjacent nodes in order; else None.
        kept: Variables that live in the state from step to step.
        in_order: Kernels that run on one instance after another, since instances change what others see.
        shared: Globals that a step changes and another reads: they live in the state too, as the last instance left them.
        exact: Whether TABLEs are switched off (`usetable` is 0).
        pointers: For each POINTER variable the keys of the columns its instances point into.
    """

    name: str
    digest: str
    n_instance: int
    start: int | None
    kept: frozenset[str]
    exact: bool
    pointers: tuple[tuple[str, tuple[Key, ...]], ...] = ()
    shared: frozenset[str] = frozenset()
    in_order: frozenset[str] = frozenset()
    type: MechanismType = field(compare=False, repr=False, default=None)  # type: ignore[assignment]


@dataclass(frozen=True)
class IonSpec:
    """One ion.

    Attributes:
        dynamic: Variables that mechanisms or the Nernst equation change during a run; the others are constants.
        nernst: Whether the reversal potential of any instance follows the concentrations every step.
        followed: Whether anything reads the total current or its slope.
    """

    name: str
    dynamic: frozenset[str]
    nernst: bool
    followed: bool


@dataclass(frozen=True)
class NetSpec:
    """Sizes of the network.

    Attributes:
        n_source, n_connection: Sources that watch a variable or send events; connections.
        watched: Keys of the columns that sources watch for a threshold.
        targets: Indices of the groups that receive events.
        moves: Whether any target calls net_move.
        detect_late: Whether what is compared with a threshold may be changed by events due at the step's start.
    """

    n_source: int
    n_connection: int
    watched: tuple[Key, ...]
    targets: tuple[int, ...]
    moves: bool = False
    detect_late: bool = False


@dataclass(frozen=True)
class Program:
    """The static structure: equal programs share one compilation.

    Attributes:
        buckets: The trees, in the order of their nodes.
        groups: Mechanisms in NEURON's order of types.
        ions: Ions in NEURON's order.
        probes: Keys of the recorded columns, and how many elements of each.
        plays: Keys of the columns that Vectors are played into, each with its mode ("step" or "line").
        net: The network, None without one.
        second_order: 0, 1 or 2.
        capacity: Steps of a chunk at most.
        between: Whether the probes are also sampled among the events at the start of each step.
        transfers: Keys of the columns whose elements follow those of others: (source, target).
    """

    buckets: tuple[Bucket, ...]
    groups: tuple[GroupSpec, ...]
    ions: tuple[IonSpec, ...]
    probes: tuple[tuple[Key, int], ...] = ()
    plays: tuple[tuple[Key, str], ...] = ()
    net: NetSpec | None = None
    second_order: int = 0
    capacity: int = 1024
    between: bool = False
    transfers: tuple[tuple[Key, Key], ...] = ()

    @property
    def n_node(self) -> int:
        """Nodes of all trees."""
        return sum(b.n_node * b.n_tree for b in self.buckets)

    @property
    def n_probe(self) -> int:
        """Recorded elements."""
        return sum(n for _, n in self.probes)


@pytree
class Params:
    """Traced constants.

    Attributes:
        hoc: dt [ms], celsius [degC] and the like. ()
        parents: Parent of each node, a bucket at a time. (node,) int32
        cable: a, b [S/cm2], area [um2], cm [uF/cm2] of each node. (node,)
        groups: For each group its constants by name, "@node" (instance,) and for a density mechanism on scattered nodes
            "@instance" (node,), which is n_instance where a node has none.
        globals: Each group's globals by name.
        tables: Each group's TABLEs by key, as the engine lays them out.
        ions: Each ion's constants by name. (node,)
        pointers: For each group, pointer and column: (row, whether it points there). (instance,)
        diffusion: For each group how its instances are linked, if states of it diffuse: see `jneuron.lower.diffusion`.
        probes: Flat indices into each recorded column.
        plays: For each play its times [ms], values and flat index.
        net: See `jneuron.engine.events`.
        transfers: For each pair of columns the flat elements "source" and "target".
    """

    hoc: Mapping[str, Array]
    parents: tuple[Array, ...]
    cable: Mapping[str, Array]
    groups: tuple[Mapping[str, Array], ...]
    globals: tuple[Mapping[str, Array], ...]
    tables: tuple[Mapping[str, Array], ...]
    ions: tuple[Mapping[str, Array], ...]
    pointers: tuple[Mapping[str, Any], ...] = ()
    diffusion: tuple[Mapping[str, Array], ...] = ()
    probes: tuple[Array, ...] = ()
    plays: tuple[Any, ...] = ()
    net: Any = None
    transfers: tuple[Any, ...] = ()


@pytree
class State:
    """What a step changes.

    Attributes:
        t: Time [ms]. ()
        v: Voltage [mV]. (node,)
        groups: Each group's kept variables by name.
        ions: Each ion's dynamic variables by name. (node,)
        played: For each play, the number of its values delivered. ()
        net: Event queue, weights and spike buffer; None without a network.
        numbers: Elements of Vectors and the like that POINTERs point at; None without any. (number,)
    """

    t: Array
    v: Array
    groups: tuple[Mapping[str, Array], ...]
    ions: tuple[Mapping[str, Array], ...]
    played: tuple[Array, ...] = ()
    net: Any = None
    numbers: Array | None = None


@pytree
class Chunk:
    """What a compiled chunk of steps returns.

    Attributes:
        state: The state after the last step.
        times: Time after each step; only the first n_step count. (capacity,)
        samples: The probes after each step. (capacity, probe)
        between: The probes among the events at the start of each step, if `Program.between`. (capacity, sample, probe)
        between_at: The times of these samples, inf where there is none. [ms] (capacity, sample)
        outcome: See `jneuron.base.outcome`. ()
    """

    state: State
    times: Array
    samples: Array
    between: Array
    between_at: Array
    outcome: Array
