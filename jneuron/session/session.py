"""One simulator: its declarations, mechanism library, clock, section stack and compiled programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jneuron.base.errors import InternalError
from jneuron.mech.library import Library
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl
from jneuron.session import backend
from jneuron.session.run import Runner

if TYPE_CHECKING:
    from jneuron.session.interpreter import Interpreter
    from jneuron.session.simulation import Simulation


class ObjectNumbers:
    """The numbers of the objects of one class; they start again when the last object is gone.

    Attributes:
        n_created: How many have been made so far: the number of the next one.
        n_living: How many there are; what an object changes itself when it goes.
    """

    __slots__ = ("n_created", "n_living")

    def __init__(self) -> None:
        self.n_created = self.n_living = 0

    def take(self) -> int:
        """Returns the number of a new object."""
        number = self.n_created
        self.n_created = number + 1
        self.n_living += 1
        return number


class Session:
    """An independent NEURON.

    Attributes:
        model: What the user declared.
        library: The mechanisms known by name.
        section_stack: The currently accessed sections, innermost last.
        runner: The run system.
        interface: The classes that users see (jneuron.facade.interface.Interface); set by the top level.
        object_numbers: The numbers of objects, by the name of their class.
        make_interpreter: What makes the interpreter of hoc code, or None.
    """

    def __init__(self) -> None:
        self.model = Model()
        self.library = Library()
        self.section_stack: list[SectionDecl] = []
        self.runner = Runner(self)
        self.interface: Any = None
        self.make_interpreter: Callable[[Any], Interpreter] | None = None
        self._interpreter: Interpreter | None = None
        self.object_numbers: defaultdict[str, ObjectNumbers] = defaultdict(ObjectNumbers)
        self._hoc = self.model.tables["hoc"]

    @cached_property
    def simulation(self) -> Simulation:
        """What runs the model; made, and JAX with it, when something first runs."""
        # JAX is set up before anything imports it
        backend.jax()
        from jneuron.session.simulation import Simulation

        return Simulation(self.model, self.library)

    @property
    def interpreter(self) -> Interpreter:
        """What executes hoc code; made when it is first asked for."""
        if self._interpreter is None:
            if self.make_interpreter is None:
                raise InternalError("this session has no hoc interpreter")
            self._interpreter = self.make_interpreter(self)
        return self._interpreter

    def defined_in_hoc(self, name: str) -> bool:
        """Tells whether hoc code has defined a name of the top level."""
        return self._interpreter is not None and self._interpreter.defines(name)

    @property
    def is_initialized(self) -> bool:
        """Whether anything has been run yet."""
        return "simulation" in self.__dict__

    # ---- the global numbers

    @property
    def t(self) -> float:
        """Simulated time [ms]."""
        return float(self._hoc.column("t")[0])

    @property
    def dt(self) -> float:
        """The fixed step [ms]."""
        return float(self._hoc.column("dt")[0])

    def hoc(self, name: str) -> float:
        """Returns a global number of the interpreter."""
        return float(self._hoc.column(name)[0])

    def set_hoc(self, name: str, value: float) -> None:
        """Writes a global number of the interpreter; a new name is declared."""
        self._hoc.add_columns({name: 0.0})
        self._hoc.edit(name)[0] = value

    # ---- declarations that need the mechanism library

    def insert(self, section: SectionDecl, name: str) -> None:
        """Inserts the density mechanism or ion `name` into a section."""
        if name.endswith("_ion"):
            self.model.add_ion(name.removesuffix("_ion"), None)
            self.model.insert_ion(section, name)
        else:
            self.model.insert(section, self.library.get(name))
        if self.interface is not None:
            self.interface.show(name)

    # ---- running

    def finitialize(self, v: float | None = None) -> None:
        """See `Runner.finitialize`."""
        self.runner.finitialize(v)

    def fadvance(self) -> None:
        """See `Runner.fadvance`."""
        self.runner.fadvance()

    def fcurrent(self) -> None:
        """Works out all currents at the present voltage."""
        self.simulation.work_out_currents()

    def frecord_init(self) -> None:
        """Starts all recordings anew with the present values."""
        self.simulation.begin_recording()

    def run(self) -> None:
        """See `Runner.run`."""
        self.runner.call("run")

    def init(self) -> None:
        """See `Runner.init`."""
        self.runner.call("init")

    def stdinit(self) -> None:
        """See `Runner.stdinit`."""
        self.runner.call("stdinit")

    def continuerun(self, stop: float) -> None:
        """See `Runner.continuerun`."""
        self.runner.call("continuerun", stop)
