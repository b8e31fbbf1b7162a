"""One mechanism: the contract between the NMODL compiler, the model and the engine.

A `MechanismType` says which variables an instance has, which ions it reads and writes, and carries its kernels: pure
functions over columns. Every kernel has the form

    outputs = kernel.function(ops, x)

with `ops` an array namespace (`ArrayOps`: NumPy on the host, JAX in compiled programs) and `x` a mapping from names to
arrays. A scalar variable is an array of shape (instance,), an array variable of shape (length, instance); in NET_RECEIVE
and in calls from the host the instance axis is missing. Names are the .mod file's own, without suffix. Besides the
mechanism's variables `x` holds what the kernel reads of `v`, `t`, `dt`, `celsius`, `diam`, `area`, ion variables (`ena`,
`ina`, `nai`, `nao`), `secondorder`, globals, and for each TABLE its columns under `Table.key`. `outputs` maps the names
that the kernel may have changed to new values; the reserved names are

    @current   total outward current of an instance, in mA/cm2 (density) or nA (point process)
    @conductance  its derivative with respect to v, where the file gives it (CONDUCTANCE); then no difference is taken
    @conductance NAME  the part of ion NAME
    @send      tuple of `SendRequest`, in program order       (INITIAL, NET_RECEIVE)
    @event     tuple of `EventRequest`                        (INITIAL, NET_RECEIVE)
    @move      tuple of `EventRequest`                        (NET_RECEIVE)
    @watch     tuple of `WatchRequest`                        (NET_RECEIVE)
    @netcons   tuple of arrays (netcon,), one for each argument: see `NetReceive.for_netcons`
    @outcome   an integer array, non-zero where a solver failed
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from jneuron.ir.kinds import MechanismKind as MechanismKind
from jneuron.ir.kinds import VariableKind as VariableKind

Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of a mechanism.

    Attributes:
        name: Its name in the .mod file.
        kind: What it is.
        default: Value of a new instance.
        unit: NEURON's unit, or an empty string.
        length: Number of elements of an array; 0 for a scalar.
        visible: Whether users can see it (RANGE, or any variable of the interface of a point process); a POINTER that is not
            is an EXTERNAL: a global of another mechanism, under the name that it has for users.
        low, high: Limits of the field editor, if given; NEURON does not enforce them.
    """

    name: str
    kind: VariableKind
    default: float = 0.0
    unit: str = ""
    length: int = 0
    visible: bool = True
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class GlobalVariable:
    """A variable that all instances share; the user knows it as `name_suffix`.

    Attributes:
        assigned: Whether a kernel writes it (a GLOBAL ASSIGNED); it shows the last instance's value.
        visible: Whether users can see it; a variable kept for the kernels alone (file-level LOCAL) is not.
        static: Whether kernels take it as a Python number that picks the code (`usetable`), never as a traced value.
    """

    name: str
    default: float = 0.0
    unit: str = ""
    length: int = 0
    assigned: bool = False
    visible: bool = True
    static: bool = False


@dataclass(frozen=True, slots=True)
class IonUse:
    """One USEION statement.

    Attributes:
        name: The ion, such as "na".
        reads, writes: The ion's variables that the mechanism reads and writes: any of e<ion>, i<ion>, <ion>i, <ion>o.
        valence: From VALENCE, or None.
    """

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    valence: float | None = None


_ranks = itertools.count()


@dataclass(frozen=True, slots=True)
class SendRequest:
    """A net_send: executed where `when` holds.

    Attributes:
        rank: Requests of all kinds that a block makes, sorted by it, stand in program order.
    """

    when: Any
    delay: Any
    flag: Any
    rank: int = field(default_factory=_ranks.__next__)


@dataclass(frozen=True, slots=True)
class EventRequest:
    """A net_event (time) or net_move (time): executed where `when` holds; for `rank` see `SendRequest`."""

    when: Any
    time: Any
    rank: int = field(default_factory=_ranks.__next__)


class WatchRequest(NamedTuple):
    """A WATCH statement: where `when` holds, condition number `index` is watched from now on, to send `flag`.

    `difference` is what the condition compares with 0 as the block reaches the statement.
    The first WATCH that an event executes ends the watching of all other conditions of the instance.
    """

    when: Any
    index: int  # type: ignore[assignment]
    flag: Any
    difference: Any


@dataclass(frozen=True, slots=True)
class Kernel:
    """A compiled block.

    Attributes:
        function: `function(ops, x)`, or `function(ops, x, *arguments)` for a callable FUNCTION or PROCEDURE.
        reads: Names that the kernel uses before it sets them.
        writes: Names that it may set, reserved ones included.
        kept: Those of `reads` that it has no other use for than to leave them as they are where a TABLE spares the setting.
    """

    function: Callable[..., Any]
    reads: frozenset[str]
    writes: frozenset[str]
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Procedure:
    """A FUNCTION or PROCEDURE that the user may call.

    `kernel.function(ops, x, *arguments)` returns `(value, outputs)`; the value of a PROCEDURE is 0. One that is C code `on
    host` takes whatever arguments the user gives; so does one that `fills` a FUNCTION_TABLE.
    """

    name: str
    arguments: tuple[str, ...]
    kernel: Kernel
    is_procedure: bool
    on_host: bool = False
    fills: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A TABLE statement.

    Attributes:
        procedure: The FUNCTION or PROCEDURE it stands in.
        key: Name under which its columns reach the kernels.
        outputs: The variables it tabulates (the function's own name in a FUNCTION).
        depends: Names whose change refills it.
        fill: `fill.function(ops, x)` returns {key: values}, values of shape (intervals + 1, number of outputs), with the
            limits in x where they are expressions. It also returns the globals that the procedure sets in passing: the
            user sees their new values whenever a table is filled.
        limits: `limits.function(ops, x)` returns {"low": .., "high": ..}.
        intervals: Number of intervals.
        at_call: Whether it is filled when INITIAL first looks it up, from what INITIAL has set by then; else before.
    """

    procedure: str
    key: str
    outputs: tuple[str, ...]
    depends: tuple[str, ...]
    fill: Kernel
    limits: Kernel
    intervals: int
    at_call: bool = False


@dataclass(frozen=True, slots=True)
class Diffusion:
    """A state that diffuses along the trees of segments that have the mechanism: LONGITUDINAL_DIFFUSION.

    Attributes:
        state: The state: an instance variable, or a concentration of an ion.
        element: Its place in an array; None for a scalar.
        kernel: Returns "coefficient", diffusion constant times cross-section, and "volume", the cross-section. (instance,)
    """

    state: str
    element: int | None
    kernel: Kernel


@dataclass(frozen=True, slots=True)
class NetReceive:
    """The NET_RECEIVE block.

    Attributes:
        arguments: Names of the weight vector's elements, in order.
        kernel: Reads "flag", "t", the arguments and instance variables; writes changed instance variables and arguments.
        initial: The INITIAL block inside NET_RECEIVE, over one connection, or None.
        sends: Whether it calls net_send, net_event or net_move anywhere.
        for_netcons: Whether it has FOR_NETCONS: its kernel then reads "@netcons", the arguments of all connections to the
            instance as arrays (netcon,), and returns them changed.
        watches: For each WATCH a kernel that returns {"value": ..}: the event comes when that passes from 0 or less to
            above 0.
    """

    arguments: tuple[str, ...]
    kernel: Kernel
    initial: Kernel | None = None
    sends: bool = False
    for_netcons: bool = False
    watches: tuple[Kernel, ...] = ()


class Host(Protocol):
    """The C code of a mechanism that runs on the host; see jneuron/nmodl/verbatim/host.py.

    Attributes:
        services: What it asks of the simulator; set by the session's interface.
        failure: What it raised last.
        variants: Kernels on the host, for instances that hold what only the host can use.
    """

    services: Any
    failure: BaseException | None
    variants: dict[str, Kernel]

    def handle(self, number: float) -> Any:
        """Returns the object behind a HANDLE."""

    def snapshot(self) -> Any:
        """Returns what `restore()` brings the C code's own state back with."""


@dataclass(frozen=True)
class MechanismType:
    """A mechanism as everybody after the compiler sees it.

    Attributes:
        name: The SUFFIX, POINT_PROCESS or ARTIFICIAL_CELL name.
        variables: Variables of an instance in NEURON's order: parameters, assigned, states as `nrn` lists them.
        currents: Names of the currents that add to the membrane current, in the order in which they are summed.
        electrode_current: Whether its current is an ELECTRODE_CURRENT (flows in, and not through the membrane).
        kernels: "initial", "current", "state", and "before_initial", "after_initial", "before_step", "before_breakpoint",
            "after_solve", "constructor", "destructor" where it has them.
            "state" is what SOLVE statements of BREAKPOINT do once a step, after the voltage is updated.
        host: Its C code that runs on the host, or None.
        function_tables: Its FUNCTION_TABLEs with the number of their arguments; one reaches kernels as "table <name>".
        diffusion: The states that diffuse, in the order of the file.
        carried: Names of ASSIGNED variables whose value some kernel reads before any writes it in the same step.
        source: Path of the .mod file, for messages; title: its TITLE; digest: hash of its text and of the compiler.
    """

    name: str
    kind: MechanismKind
    variables: tuple[Variable, ...]
    globals: tuple[GlobalVariable, ...] = ()
    ions: tuple[IonUse, ...] = ()
    currents: tuple[str, ...] = ()
    electrode_current: bool = False
    kernels: Mapping[str, Kernel] = field(default_factory=dict)
    functions: Mapping[str, Procedure] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    net_receive: NetReceive | None = None
    host: Host | None = field(default=None, compare=False, repr=False)
    function_tables: Mapping[str, int] = field(default_factory=dict)
    diffusion: tuple[Diffusion, ...] = ()
    carried: frozenset[str] = frozenset()
    source: str = ""
    title: str = ""
    digest: str = ""

    @property
    def has_node(self) -> bool:
        """Whether instances sit at a node of a cable, whose voltage is their `v`; elsewhere `v` is a variable as others."""
        return self.kind in (MechanismKind.DENSITY, MechanismKind.POINT)

    @property
    def sets_voltage(self) -> bool:
        """Whether its NET_RECEIVE sets the voltage of its node."""
        return self.has_node and self.net_receive is not None and "v" in self.net_receive.kernel.writes

    def variable(self, name: str) -> Variable | None:
        """Returns the instance variable of that name, or None."""
        for variable in self.variables:
            if variable.name == name:
                return variable
        return None
