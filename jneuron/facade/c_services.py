"""What the C code of mechanisms asks of the simulator: the arguments it is called with, Vectors, random numbers, sections."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from jneuron.base.errors import UnsupportedError
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, method
from jneuron.facade.current_section import current_section
from jneuron.model.references import ColumnReference


class CServices:
    """What C code of one session calls.

    Attributes:
        return_type: What `hoc_return_type_code` says of a method's result: 0 number, 1 whole number, 2 truth value.
        in_program: Whether a compiled program calls, which has the numbers of a run that the tables don't have yet.
    """

    def __init__(self, session: Any) -> None:
        self._session = session
        self._calls: list[Arguments] = []
        self._randoms: dict[int, HeldRandom] = {}
        self._vectors: dict[int, Any] = {}
        self.return_type = 0
        self.in_program = False
        self.ac = 0.0
        self.pushed = 0.0

    @cached_property
    def libc(self) -> Any:
        """The C library's random numbers."""
        return self._modules.LibraryRandom()

    @cached_property
    def scop(self) -> Any:
        """scop_random and its like."""
        return self._modules.ScopRandom(self._session.model.random_settings)

    @property
    def _modules(self) -> Any:
        # lazily: the interface starts without the compiler's modules
        from jneuron.nmodl.verbatim import generators

        return generators

    @property
    def _memory(self) -> Any:
        from jneuron.nmodl.verbatim import memory

        return memory

    @property
    def generators(self) -> tuple[Any, ...]:
        """The generators with a state of their own."""
        return self.libc, self.scop

    @property
    def global_index(self) -> int:
        """The global index of Random123."""
        return self._session.model.random_settings.global_index  # type: ignore[no-any-return]

    # ---- arguments; C counts from 1

    @contextmanager
    def called_with(self, given: Arguments) -> Iterator[None]:
        """Makes arguments those of the call under way."""
        self._calls.append(given)
        try:
            yield
        finally:
            self._calls.pop()

    @property
    def _given(self) -> Arguments:
        if not self._calls:
            raise Refusal("no arguments: C code asks for them while the simulation runs")
        return self._calls[-1]

    def ifarg(self, number: int) -> int:
        """Tells whether there is an argument."""
        return int(bool(self._calls) and self._calls[-1].has(number - 1))

    def getarg(self, number: int) -> Any:
        """Returns a pointer to a copy of a number."""
        memory = self._memory
        return memory.Ptr(memory.numbers("d", 1, (self._given.number(number - 1),)))

    def pgetarg(self, number: int) -> Any:
        """Returns a pointer to the user's own variable."""
        return self._memory.Ptr(ReferenceMemory(self._given.reference(number - 1), self))

    def chkarg(self, number: int, low: float, high: float) -> float:
        """Returns a number within limits."""
        return self._given.checked(number - 1, low, high)

    def gargstr(self, number: int) -> Any:
        """Returns a string."""
        return self._memory.text(self._given.string(number - 1))

    def pgargstr(self, number: int) -> Any:
        """Returns a pointer to a string variable."""
        given = self._given
        return self._memory.Ptr(StringMemory(given.any(number - 1), self._memory))

    def assign_str(self, target: Any, value: Any) -> None:
        """Sets a string variable."""
        target.m[target.o] = value

    def is_double(self, number: int) -> int:
        """Tells whether an argument is a number."""
        return int(self._given.is_number(number - 1))

    def is_string(self, number: int) -> int:
        """Tells whether an argument is a string."""
        return int(self._given.is_string(number - 1))

    def is_object(self, number: int) -> int:
        """Tells whether an argument is an object."""
        return int(self._given.is_object(number - 1))

    def is_reference(self, number: int) -> int:
        """Tells whether an argument is a pointer to a number."""
        given, place = self._given, number - 1
        return int(given.has(place) and not (given.is_number(place) or given.is_string(place) or given.is_object(place)))

    def is_vector(self, number: int) -> int:
        """Tells whether an argument is a Vector."""
        given = self._given
        return int(given.has(number - 1) and getattr(given.values[number - 1], "hoc_name", "") == "Vector")

    def argtype(self, number: int) -> int:
        """Returns the symbol number of an argument's kind."""
        reason = "its numbers are those of NEURON's parser."
        raise UnsupportedError("hoc_argtype in C", reason, "use hoc_is_double_arg and its like.")

    def objgetarg(self, number: int) -> Any:
        """Returns a pointer to an object."""
        return self._memory.Ptr([self._given.any(number - 1)])

    def file_arg(self, number: int) -> Any:
        """Returns the FILE of an `h.File`."""
        raise UnsupportedError("hoc_obj_file_arg in C", "an h.File is no FILE of C here.", "pass the file's name.")

    def object_name(self, value: Any) -> Any:
        """Returns an object's name."""
        return self._memory.text(value.hname() if value is not None else "NULLobject")

    def this_pointer(self, value: Any) -> Any:
        """Returns an object's own data: the memory of a Vector, the object itself otherwise."""
        return self._known(value) if getattr(value, "hoc_name", "") == "Vector" else value

    def class_name(self, value: Any) -> Any:
        """Returns the name of an object's class."""
        return self._memory.text(value.hoc_name)

    def list_count(self, value: Any) -> int:
        """Returns the number of objects in a List."""
        return int(value.count())

    def list_item(self, value: Any, place: int) -> Any:
        """Returns an object of a List; NULL outside."""
        return value.o(place) if 0 <= place < int(value.count()) else None

    def push(self, value: float) -> None:
        """Leaves the value that a function returns to the interpreter."""
        self.pushed = value

    def lookup(self, name: Any) -> Any:
        """Returns something of the interpreter by name."""
        return getattr(self._session.h, self._memory.string(name), None)

    def call_func(self, symbol: Any, n_argument: int) -> float:
        """Calls something of the interpreter."""
        raise UnsupportedError("hoc_call_func in C", "arguments on NEURON's stack have no counterpart.")

    def oc(self, text: Any) -> int:
        """Executes hoc."""
        self._session.h(self._memory.string(text))
        return 0

    # ---- Vectors

    def vector_arg(self, number: int) -> Any:
        """Returns the memory of a Vector."""
        vector = self._given.of_class(number - 1, "Vector")
        return self._known(vector)

    def _known(self, vector: Any) -> Any:
        buffer = vector._buffer
        self._vectors[id(buffer)] = vector
        return buffer

    def vector_new(self, size: int) -> Any:
        """Returns the memory of a new Vector."""
        return self._known(self._session.h.Vector(max(size, 0)))

    def vector_copy(self, buffer: Any) -> Any:
        """Returns the memory of a copy."""
        vector = self._session.h.Vector()
        vector._buffer.assign(buffer.view())
        return self._known(vector)

    def vector_object(self, buffer: Any) -> Any:
        """Returns a pointer to the Vector object that memory belongs to."""
        return self._memory.Ptr([self._vectors.get(id(buffer))])

    def install_vector_method(self, name: Any, function: Any, module: Any) -> None:
        """Gives the session's Vectors a method that is C code."""
        vector_class = type(self._session.h.Vector(0))
        shown = self._memory.string(name)
        setattr(vector_class, shown, method(shown, self._vector_method(shown, function, module)))

    def _vector_method(self, name: str, function: Any, module: Any) -> Any:
        def call(vector: HocMethodsObject, given: Arguments) -> Any:
            self.return_type = 0
            with self.called_with(given):
                value = module.call_with_globals(name, function, self.globals_of(module), self._known(vector))
            return {1: int, 2: bool}.get(self.return_type, float)(float(value or 0.0))

        call.__doc__ = f"`{name}`: C code of a mechanism."
        return call

    def globals_of(self, module: Any) -> Any:
        """Returns the table of the globals of a mechanism, by its C code, or None."""
        for name, type_ in self._session.model.types.items():
            if type_.host is module:
                return self._session.model.tables.get(f"{name}@global")
        return None

    # ---- random numbers

    def random_arg(self, number: int) -> Any:
        """Returns an `h.Random` as C sees it."""
        random = self._given.of_class(number - 1, "Random")
        held = self._randoms.get(id(random))
        if held is None:
            held = self._randoms[id(random)] = HeldRandom(random)
        return held

    def newstream(self, first: int, second: int = 0, third: int = 0) -> Any:
        """Returns a Random123 stream."""
        ids = (first, second, third)
        return self._modules.Random123((*ids, 0, 0, self.global_index, *ids, self.global_index))

    def set_globalindex(self, index: int) -> None:
        """Sets the global index of Random123."""
        self._session.model.random_settings.set_global_index(index)

    def get_globalindex(self) -> int:
        """Returns the global index of Random123."""
        return self.global_index

    def mcell_init(self, low: int) -> None:
        """Sets the low index of MCellRan4."""
        self._session.model.random_settings.set_low_index(low)

    def mcell_next(self, index: Any) -> float:
        """Returns MCellRan4's number at an index, and moves the index on."""
        return self.mcell_word(index) * 2.0**-32

    def mcell_word(self, index: Any) -> int:
        """Returns MCellRan4's word at an index, and moves the index on."""
        place = index.m[index.o]
        index.m[index.o] = (place + 1) & 0xFFFFFFFF
        return self._modules.mcell_word(place, self._session.model.random_settings.low_index)  # type: ignore[no-any-return]

    def mcell_word_at(self, index: Any, low: int) -> int:
        """Returns MCellRan4's word at an index with a low index of its own, and moves the index on."""
        place = index.m[index.o]
        index.m[index.o] = (place + 1) & 0xFFFFFFFF
        return self._modules.mcell_word(place, low)  # type: ignore[no-any-return]

    def mcell_at(self, index: Any, low: int) -> float:
        """As `mcell_word_at`, as a number from 0 to 1."""
        return self.mcell_word_at(index, low) * 2.0**-32

    def mcell_fill(self, index: Any, target: Any, n: int, scale: float) -> float:
        """Puts `n` numbers of MCellRan4 into memory; returns the first."""
        for place in range(n):
            target.m[target.o + place] = self.mcell_next(index) * scale
        return target.m[target.o]  # type: ignore[no-any-return]

    # ---- sections

    def section(self) -> Any:
        """Returns the currently accessed section."""
        return current_section(self._session)

    def section_name(self, section: Any) -> Any:
        """Returns a section's name."""
        return self._memory.text(self._session.interface.section_name(section))

    def section_length(self, section: Any) -> float:
        """Returns a section's length [um]."""
        return float(section.L)


class HeldRandom:
    """An `h.Random` as C sees it."""

    def __init__(self, random: Any) -> None:
        self._random = random

    def pick(self) -> float:
        """Draws from its distribution."""
        return float(self._random.repick())

    def restart(self) -> None:
        """Goes to the beginning of its stream."""
        self._random._stream.move_to(0)

    def sequence(self) -> int:
        """Returns its place."""
        return int(self._random._stream.place)

    def set_sequence(self, place: int, which: int | None = None) -> None:
        """Goes to a place."""
        self._random._stream.move_to(int(place))

    def ids123(self) -> tuple[int, int, int] | None:
        """Returns the identifiers of its Random123 stream, None for another generator."""
        stream = self._random.stream123
        return stream.ids if stream is not None else None

    def state(self) -> Any:
        """Returns what `restore` takes."""
        random = self._random
        return random._stream, random._stream.place, random._distribution, copy.copy(vars(random._distribution))

    def restore(self, state: Any) -> None:
        """Goes back to a state."""
        random = self._random
        random._stream, place, random._distribution, own = state
        random._stream.move_to(place)
        vars(random._distribution).clear()
        vars(random._distribution).update(own)


class ReferenceMemory:
    """The user's variable as memory: what hoc_pgetarg points into."""

    def __init__(self, reference: Any, services: CServices) -> None:
        self._reference, self._services = reference, services

    def __getitem__(self, place: int) -> float:
        if self._services.in_program and isinstance(self._reference, ColumnReference):
            raise UnsupportedError(
                "C that keeps a pointer to a variable of the simulation and reads it while a program runs",
                "the host has the number from before the run.",
                "use a POINTER, or the place of a Vector's element.",
            )
        return float(self._reference.get() if place == 0 else self._reference[place])

    def __setitem__(self, place: int, value: float) -> None:
        if place == 0:
            self._reference.set(value)
        else:
            self._reference[place] = value


class StringMemory:
    """The user's string variable as memory of one pointer to characters."""

    def __init__(self, reference: Any, memory: Any) -> None:
        self._reference, self._memory = reference, memory

    def __getitem__(self, place: int) -> Any:
        return self._memory.text(self._reference[0])

    def __setitem__(self, place: int, value: Any) -> None:
        self._reference[0] = self._memory.string(value)
