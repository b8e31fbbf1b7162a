"""Symbol tables: what names stand for at the top level and in a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from jneuron.facade.classes import CLASSES
from jneuron.facade.functions import find_function
from jneuron.facade.globals import NUMBERS
from jneuron.facade.inventory import inventory
from jneuron.facade.mechanism_names import global_reference, ion_concentration, mechanism_function
from jneuron.facade.ref import ObjectRef, StringRef
from jneuron.facade.section_array import SectionArray
from jneuron.hoc.runtime.sections import SECTION_VARIABLES, complain
from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.kinds import CALLABLE, PYTHON_SECTIONS, Kind
from jneuron.ir.kinds import MechanismKind

INTERPRETED = frozenset({"numarg", "argtype", "execute", "execute1", "xopen", "load_file"})
"""Built-in functions that the interpreter has and the top level may lack."""


def case(variable: Any, *values: float) -> Iterator[None]:
    """The library's iterator `case(&x, a, b, c)`: gives x each value in turn."""
    for value in values:
        variable.set(value)
        yield


def is_of_library(name: str) -> bool:
    """Tells whether a name is one that NEURON's library defines in hoc."""
    return bool(inventory()["h"].get(name, ("", ""))[1])


@dataclass(eq=False, slots=True)
class Symbol:
    """A name that hoc code has declared.

    Attributes:
        kind: What it stands for.
        sizes: Sizes of an array; empty for anything else.
        procedure: The body of a procedure.
        external: In a template: it stands for the top level's name.
        public: In a template: whether it can be reached from outside.
    """

    kind: Kind
    sizes: tuple[int, ...] = ()
    procedure: ast.Procedure | None = None
    external: bool = False
    public: bool = False

    def reads_unlike(self, other: Symbol) -> bool:
        """Tells whether code that was emitted with one is wrong with the other: sizes are looked up while it runs."""
        return self.kind is not other.kind or len(self.sizes) != len(other.sizes)


class TopScope:
    """The names of the top level.

    Attributes:
        template: Empty: this is no template.
        symbols: What hoc code declared, but for scalars.
        namespace: What emitted code has as its globals.
        changed: Called with a name whenever it comes to stand for something else.
        templates: The names of all templates there are.
    """

    template = ""

    def __init__(self, session: Any, namespace: dict[str, Any], changed: Callable[[str], None]) -> None:
        self.symbols: dict[str, Symbol] = {}
        self.namespace = namespace
        self.changed = changed
        self.templates: list[TemplateScope] = []
        self._session = session
        self._builtin: dict[str, Kind] = {}
        self._known_at: tuple[int, int] = (-1, -1)

    def kind(self, name: str) -> Kind:
        """Returns what a name stands for."""
        symbol = self.symbols.get(name)
        if symbol is not None:
            return symbol.kind
        if name.startswith(PYTHON_SECTIONS) and name[len(PYTHON_SECTIONS) :][:1] in ("", "."):
            return Kind.SECTION
        if f"g_{name}" in self.namespace:
            return Kind.VARIABLE
        return self.builtin_kind(name)

    def is_array(self, name: str) -> bool:
        """Tells whether a name has been declared with sizes."""
        symbol = self.symbols.get(name)
        return symbol is not None and bool(symbol.sizes)

    def n_dimension(self, name: str) -> int:
        """Returns how many indices an array takes; 0 for what is none, or is not known yet."""
        symbol = self.symbols.get(name)
        return len(symbol.sizes) if symbol is not None else 0

    def python_section(self, text: str, place: int) -> str:
        """Returns the name, at a place of a text, of a section that Python made; empty where there is none."""
        known = (decl.full_name() for decl in self._session.model.sections.values() if decl.owner is None)
        found = [name for name in known if text.startswith(name, place) and not text[place + len(name) :][:1].isalnum()]
        if not found:
            first = re.match(r"\w*", text[place:])
            complain(f"{first[0] if first else ''}  is not a valid first part name for section created in python")
        return max(found, key=len, default="")

    def is_member(self, name: str) -> bool:
        """Returns False: there is no object."""
        return False

    def member_kind(self, name: str) -> Kind | None:
        """Returns what the first template has under a public name that has one, and None where there is none."""
        for template in self.templates:
            symbol = template.symbols.get(name)
            if symbol is not None and symbol.public:
                return symbol.kind
        return None

    def is_range(self, name: str) -> bool:
        """Tells whether a name is that of a variable of sections."""
        return self.builtin_kind(name) in (Kind.RANGE, Kind.SECTION_VARIABLE)

    def declare(self, name: str, symbol: Symbol) -> None:
        """Enters what a name stands for now."""
        before = self.symbols.get(name)
        self.symbols[name] = symbol
        if before is None or before.reads_unlike(symbol):
            self.changed(name)

    def note_assigned(self, name: str) -> None:
        """Makes an undefined name a variable: it is being assigned somewhere."""
        self.namespace[f"g_{name}"] = 0.0
        self.changed(name)

    def note_declared(self, name: str, kind: Kind) -> None:
        """Makes an undefined name a string or object: a procedure declares it."""
        self.namespace[f"g_{name}"] = StringRef("") if kind is Kind.STRING else ObjectRef(None)
        self.declare(name, Symbol(kind))

    def forget(self, name: str) -> None:
        """Takes a name out."""
        self.symbols.pop(name, None)
        self.namespace.pop(f"g_{name}", None)
        self.changed(name)

    # ---- what hoc code did not declare

    def builtin_kind(self, name: str) -> Kind:
        """Returns what a name stands for where no hoc code has declared it."""
        session = self._session
        version = (len(session.interface.loaded), len(list(session.library)))
        if version != self._known_at:
            self._builtin, self._known_at = {}, version
        if name == "case" and "stdlib.hoc" in session.interface.loaded:
            self.namespace["g_case"] = case
            self.symbols["case"] = Symbol(Kind.ITERATOR)
            return Kind.ITERATOR
        known = self._builtin.get(name)
        if known is None:
            known = self._find(name)
            if known is not Kind.UNDEFINED:
                self._builtin[name] = known
        return known

    def _find(self, name: str) -> Kind:
        session = self._session
        visible = session.h._is_visible
        if name in NUMBERS and visible(NUMBERS[name].since):
            return Kind.BUILTIN_VARIABLE
        if name in SECTION_VARIABLES:
            return Kind.SECTION_VARIABLE
        function = find_function(name) if name != "ref" else None
        if name in INTERPRETED or (function is not None and visible(function.since)):
            is_procedure = function is not None and function.is_procedure
            return Kind.BUILTIN_PROCEDURE if is_procedure else Kind.BUILTIN_FUNCTION
        if isinstance(vars(session.h).get(name), SectionArray):
            return Kind.SECTION
        if name in CLASSES:
            return Kind.TEMPLATE if self._has_class(name) else Kind.UNDEFINED
        if name in session.library:
            return self._mechanism_kind(name)
        return self._find_of_mechanism(name)

    def _has_class(self, name: str) -> bool:
        try:
            return isinstance(getattr(self._session.h, name), type)
        except AttributeError:
            return False

    def _mechanism_kind(self, name: str) -> Kind:
        if name in ("morphology", "capacitance"):
            return Kind.MECHANISM
        kind = self._session.library.kind(name)
        if kind is MechanismKind.FUNCTIONS:
            return Kind.UNDEFINED
        return Kind.TEMPLATE if kind in (MechanismKind.POINT, MechanismKind.ARTIFICIAL) else Kind.MECHANISM

    def _find_of_mechanism(self, name: str) -> Kind:
        session = self._session
        if name in ("v", "diam") or session.interface.names.find(name) is not None:
            return Kind.RANGE
        if global_reference(session, name) is not None or ion_concentration(session, name) is not None:
            return Kind.BUILTIN_VARIABLE
        if mechanism_function(session, name) is not None:
            return Kind.BUILTIN_FUNCTION
        if name == "cvode" and session.h._is_visible("stdrun.hoc"):
            return Kind.OBJECT
        kind, since = inventory()["h"].get(name, ("", "never"))
        if kind and kind not in ("hoc_keyword", "range_variable", "python_method") and session.h._is_visible(since):
            if name in session.interface.variables:
                # hoc's own: a template may have one of that name
                return Kind.UNDEFINED
            # to be refused by name when it is called
            return Kind.TEMPLATE if kind in ("class", "hoc_template") else Kind.BUILTIN_FUNCTION
        return Kind.UNDEFINED


class Members(NamedTuple):
    """What every new object of a template has of its own, by the names of its attributes.

    Attributes:
        numbers: The scalars, all 0.
        objects: The objrefs that are no arrays.
        others: Strings, arrays and sections, each with its name and what it stands for.
        has_init: Whether there is a procedure to be called.
    """

    numbers: dict[str, float]
    objects: tuple[str, ...]
    others: tuple[tuple[str, str, Symbol], ...]
    has_init: bool


class TemplateScope:
    """The names of one template.

    Attributes:
        template: Its name.
        top: The top level.
        symbols: Its own names in order of first appearance, and its externals.
    """

    def __init__(self, template: str, top: TopScope) -> None:
        self.template, self.top = template, top
        self.symbols: dict[str, Symbol] = {}
        self._members: Members | None = None
        self.member_kind, self.is_range, self.python_section = top.member_kind, top.is_range, top.python_section
        top.templates.append(self)

    def kind(self, name: str) -> Kind:
        """Returns what a name stands for."""
        symbol = self.symbols.get(name)
        if symbol is not None:
            return self.top.kind(name) if symbol.external else symbol.kind
        if name.startswith(f"{PYTHON_SECTIONS}"):
            return self.top.kind(name)
        builtin = self.top.builtin_kind(name)
        if builtin is not Kind.TEMPLATE and is_of_library(name):
            # written in hoc: a template has to declare it external
            builtin = Kind.UNDEFINED
        if builtin is Kind.UNDEFINED and self.top.kind(name) is Kind.TEMPLATE:
            return Kind.TEMPLATE
        if builtin is Kind.UNDEFINED:
            self.symbols[name] = Symbol(Kind.UNDEFINED)
        return builtin

    def is_array(self, name: str) -> bool:
        """Tells whether a name has been declared with sizes."""
        symbol = self.symbols.get(name)
        if symbol is None or symbol.external:
            return self.top.is_array(name)
        return bool(symbol.sizes)

    def n_dimension(self, name: str) -> int:
        """Returns how many indices an array takes; 0 for what is none, or is not known yet."""
        symbol = self.symbols.get(name)
        if symbol is None or symbol.external:
            return self.top.n_dimension(name)
        return len(symbol.sizes)

    def is_member(self, name: str) -> bool:
        """Tells whether a name belongs to the template."""
        symbol = self.symbols.get(name)
        return symbol is not None and not symbol.external

    def declare(self, name: str, symbol: Symbol) -> None:
        """Enters what a name stands for now."""
        before = self.symbols.get(name)
        if before is not None:
            symbol.public = before.public
        self.symbols[name] = symbol
        if before is None or before.external or (before.kind, before.sizes) != (symbol.kind, symbol.sizes):
            self._members = None
        if before is None or before.external or before.reads_unlike(symbol):
            self.top.changed(name)

    def note_assigned(self, name: str) -> None:
        """Makes an undefined name a variable: it is being assigned somewhere."""
        self.declare(name, Symbol(Kind.VARIABLE))

    def note_declared(self, name: str, kind: Kind) -> None:
        """Makes an undefined name a string or object: a procedure declares it."""
        self.declare(name, Symbol(kind))

    def publish(self, name: str) -> None:
        """Makes a name public."""
        self.symbols.setdefault(name, Symbol(Kind.UNDEFINED)).public = True

    def borrow(self, name: str) -> None:
        """Makes a name stand for the top level's."""
        self.symbols[name] = Symbol(self.top.kind(name), external=True)
        self._members = None

    def members(self) -> Members:
        """Returns what every new object has of its own."""
        if self._members is None:
            symbols = ((name, symbol) for name, symbol in self.symbols.items() if name != "this")
            own = [(f"m_{name}", name, symbol) for name, symbol in symbols if not symbol.external]
            numbers = {place: 0.0 for place, _, symbol in own if symbol.kind is Kind.VARIABLE and not symbol.sizes}
            objects = tuple(place for place, _, symbol in own if symbol.kind is Kind.OBJECT and not symbol.sizes)
            held = (Kind.VARIABLE, Kind.STRING, Kind.OBJECT, Kind.SECTION)
            others = tuple(each for each in own if each[2].kind in held and each[0] not in (*numbers, *objects))
            init = self.symbols.get("init")
            self._members = Members(numbers, objects, others, init is not None and init.kind in CALLABLE)
        return self._members
