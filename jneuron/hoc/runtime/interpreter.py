"""The hoc interpreter of one session."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.facade.calls import Arguments, HocDepth, HocExecError, check_keywords, fail, is_number
from jneuron.facade.ref import NumberRef, ObjectRef, StringRef
from jneuron.hoc.runtime.creation import Creation
from jneuron.hoc.runtime.failures import Position, call_stack, message_of, report
from jneuron.hoc.runtime.files import Files, read_hoc
from jneuron.hoc.runtime.global_names import GlobalNames
from jneuron.hoc.runtime.known_classes import KnownClasses
from jneuron.hoc.runtime.members import MemberSupport
from jneuron.hoc.runtime.object_variables import contents_of
from jneuron.hoc.runtime.reader import Reader
from jneuron.hoc.runtime.renaming import rename, unname
from jneuron.hoc.runtime.room import with_room
from jneuron.hoc.runtime.scope import Symbol, TemplateScope, TopScope
from jneuron.hoc.runtime.sections import Sections, SectionSupport
from jneuron.hoc.runtime.support import Stop, argument_type, iterate, plain_helpers, warn
from jneuron.hoc.runtime.templates import TemplateObject, assign_object, new_member, outside_value, replace_object
from jneuron.hoc.runtime.units import Units
from jneuron.hoc.runtime.values import AttributeReference, Boxes, EntryReference, Numbers, whole
from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.statements import emit_values
from jneuron.hoc.syntax.kinds import CALLABLE, KEYWORDS, Kind
from jneuron.model.section import SectionDecl

RUN_SYSTEM = frozenset(
    {
        *("run", "init", "stdinit", "setdt", "continuerun", "step", "steprun", "advance"),
        *("initPlot", "Plot", "flushPlot", "fastflushPlot", "screen_update"),
    }
)


class Interpreter:
    """Executes hoc code.

    Attributes:
        session: The simulator.
        namespace: The globals of all emitted code.
        top: The names of the top level.
        sections: The helpers for sections.
    """

    def __init__(self, session: Any) -> None:
        self.session = session
        self.namespace: dict[str, Any] = {"__builtins__": {}, "_eps": 1e-11, "_inf": float("inf")}
        self.units = Units(self.namespace, self._provide)
        self.top = TopScope(session, self.namespace, self._changed)
        self.sections = SectionSupport(session)
        self.classes = KnownClasses(self.namespace)
        self.members = MemberSupport(self.sections, self.classes)
        self.globals = GlobalNames(self.sections, self.members, self.namespace)
        self.creation = Creation(self.sections, self.top, self.namespace)
        self.scope: TopScope | TemplateScope = self.top
        self.positions: list[Position] = []
        self.program = "NEURON"
        self.reader = Reader(self)
        self.files = Files()
        # the object in whose context statements are being executed
        self.this: TemplateObject | None = None
        # what was given to the function that is executing hoc code
        self._top_arguments: tuple[Any, ...] = ()
        # what the contexts were before each object_push
        self._before_push: list[tuple[TopScope | TemplateScope, TemplateObject | None]] = []
        self.namespace.update(plain_helpers(self.sections))
        self.namespace.update(self._helpers())
        session.interface.variables.join(self)

    def _helpers(self) -> dict[str, Callable[..., Any]]:
        members = self.members
        return {
            "_get": members.get,
            "_get_argument": members.get_argument,
            "_get_element": members.get_element,
            "_call": members.call,
            "_call_element": members.call_element,
            "_member_reference": members.reference,
            "_set": members.set,
            "_set_element": members.set_element,
            "_update": members.update,
            "_set_pointer": members.set_pointer,
            "_outside": members.outside,
            "_n_top_argument": lambda: float(len(self._top_arguments)),
            "_type_at_top": self._type_at_top,
            "_iterate": iterate,
            "_xopen": self.open_in_object,
            "_set_box": replace_object,
            "_assign_object": assign_object,
            "_named_object": self.creation.named,
            "_connect_voltage": self.creation.connect_voltage,
            "_get_variable": self.globals.get,
            "_set_variable": self.globals.set,
            "_variable_reference": self.globals.reference,
            "_global_reference": self.globals.global_reference,
            "_attribute_reference": AttributeReference,
            "_declare": self.declare,
            "_delete": self.top.forget,
        }

    def _provide(self, key: str) -> None:
        if key.startswith(("n_", "c_")):
            self.namespace[key] = self.creation.maker(key)
        else:
            self.globals.provide(key)

    def take_over(self, name: str, content: Any) -> None:
        """Makes a number, string or object of the library's a variable of hoc's."""
        if isinstance(content, NumberRef):
            # what a file assigns while it is loaded
            self.top.note_assigned(name)
            self.namespace[f"g_{name}"] = content[0]
            return
        if self.defines(name):
            return
        if isinstance(content, list):
            array = Boxes(name, (len(content),))
            array.data = content
            self.namespace[f"g_{name}"] = array
            self.top.declare(name, Symbol(Kind.OBJECT, array.sizes))
        else:
            self.namespace[f"g_{name}"] = content
            self.top.declare(name, Symbol(Kind.STRING if isinstance(content, StringRef) else Kind.OBJECT))

    # ---- what the top level of NEURON's interface asks for

    def defines(self, name: str) -> bool:
        """Tells whether hoc code has defined a name."""
        return name in self.top.symbols or f"g_{name}" in self.namespace

    def get(self, name: str) -> Any:
        """Returns what a name that hoc code has defined stands for, as Python sees it."""
        symbol = self.top.symbols.get(name)
        if symbol is not None and symbol.kind in CALLABLE:
            return TopProcedure(self, name)
        if symbol is not None and symbol.kind is Kind.TEMPLATE:
            return self.session.interface.classes[name]
        return outside_value(self.namespace[f"g_{name}"])

    def set(self, name: str, value: Any) -> None:
        """Assigns a name that hoc code has defined, from Python."""
        symbol = self.top.symbols.get(name)
        place = f"g_{name}"
        kind = symbol.kind if symbol is not None else Kind.VARIABLE
        if kind is Kind.VARIABLE and not (symbol and symbol.sizes):
            if not is_number(value):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            self.namespace[place] = float(value)
        elif kind is Kind.STRING:
            if not isinstance(value, str):
                raise TypeError("string expected")
            self.namespace[place]._value = value
        elif kind is Kind.OBJECT and symbol is not None and not symbol.sizes:
            replace_object(self.namespace[place], value)
        else:
            raise TypeError("not assignable")

    def reference(self, name: str) -> Any:
        """Returns the place of a variable that hoc code has defined, or the box of a string or object."""
        content = self.namespace.get(f"g_{name}")
        if isinstance(content, float | int):
            return EntryReference(self.namespace, f"g_{name}")
        if isinstance(content, Numbers):
            return content.reference(*(0.0 for _ in content.sizes))
        if isinstance(content, StringRef | ObjectRef):
            return content
        return None

    def execute(self, statement: str) -> bool:
        """Executes statements given by Python; an error is shown, and False returned."""
        try:
            return self.guarded(lambda: self.reader.run(statement + "\n", ""), "")
        except HocError:
            if HocDepth.value:
                raise
            return False

    def statement(self, text: str, owner: Any = None) -> Callable[[], None]:
        """Returns what executes a statement, in the context of an object if one is given; no value is shown."""
        return lambda: self.run_statement(f"{{{text}}}", owner)

    def run_statement(self, text: str, owner: Any = None) -> None:
        """Executes statements in the context of an object, or at the top level."""
        self.guarded(lambda: self._run_in(text, owner), "")

    def try_statement(self, text: str, owner: Any, *, show: bool) -> bool:
        """Executes statements; an error is shown or not, and False returned."""
        stack = list(self.sections.stack)
        depth, HocDepth.value = HocDepth.value, 1
        try:
            self._run_in(text, owner)
            return True
        except (KeyboardInterrupt, SystemExit, UnsupportedError):
            raise
        except Exception as error:
            self.sections.stack[:] = stack
            if show:
                self.show(error)
            return False
        finally:
            HocDepth.value = depth

    def _run_in(self, text: str, owner: Any) -> None:
        scope, this = self.scope, self.this
        self.scope, self.this = (owner.scope, owner) if isinstance(owner, TemplateObject) else (self.top, None)
        try:
            self.reader.run(text + "\n", "")
        finally:
            self.scope, self.this = scope, this

    @contextmanager
    def called_with(self, values: tuple[Any, ...]) -> Iterator[None]:
        """Makes the arguments of a function that executes hoc code those that `numarg` counts at its top level."""
        before, self._top_arguments = self._top_arguments, values
        try:
            yield
        finally:
            self._top_arguments = before

    def _type_at_top(self, position: float) -> float:
        if not self._top_arguments:
            raise HocExecError("argtype can only be called in a func or proc")
        return argument_type(self._top_arguments, position)

    # ---- the context that object_push sets

    @property
    def has_pushed(self) -> bool:
        """Whether an object is the context of what follows."""
        return bool(self._before_push)

    def push_object(self, value: Any) -> None:
        """Makes an object the context of what follows."""
        if not isinstance(value, TemplateObject):
            raise HocExecError("not an object of a template")
        self._before_push.append((self.scope, self.this))
        self.scope, self.this = value.scope, value

    def pop_object(self) -> None:
        """Ends what `push_object` began."""
        if not self._before_push:
            raise HocExecError("object context stack underflow")
        self.scope, self.this = self._before_push.pop()

    # ---- files

    def run_named(self, name: str) -> bool:
        """Executes a file by its name; returns whether there is one."""
        path = self.files.find(name)
        if path is None:
            return False
        self.run_file(path)
        return True

    def open_in_object(self, owner: TemplateObject, *values: Any) -> float:
        """Executes a file for an object: what it creates, assigns and defines is the object's and its template's."""
        name = Arguments("xopen", values).string(0)
        path = self.files.find(name)
        if path is None:
            raise HocExecError(f"Can't open  {name}")
        scope, this = self.scope, self.this
        self.scope, self.this = owner.scope, owner
        try:
            self.guarded(lambda: with_room(lambda: self.reader.run(read_hoc(path), str(path))), str(path))
        finally:
            self.scope, self.this = scope, this
        return 1.0

    def find_definition(self, word: str, name: str) -> bool:
        """Executes the first hoc file of the search path that defines a name; returns whether there is one."""
        path = self.files.that_defines(word, name)
        if path is not None:
            self.run_file(path)
        return path is not None

    def run_python(self, code: str) -> bool:
        """Executes Python code in `__main__`; returns whether that went well."""
        depth, HocDepth.value = HocDepth.value, 0
        try:
            exec(compile(code, "<nrnpython>", "exec", dont_inherit=True), vars(sys.modules["__main__"]))
            return True
        except SystemExit:
            raise
        except Exception:
            sys.stdout.flush()
            traceback.print_exc()
            return False
        finally:
            HocDepth.value = depth

    def symbol_text(self) -> str:
        """Returns the names that hoc code has defined."""
        scalars = [key[2:] for key, value in self.namespace.items() if key.startswith("g_") and isinstance(value, float | int)]
        return "".join(f"{name}\n" for name in [*self.top.symbols, *scalars])

    def object_variables(self, owner: Any = None) -> Iterator[tuple[str, list[Any]]]:
        """Yields the object variables of the top level, or of an object of a template: the name, and what its elements hold."""
        if owner is None:
            return contents_of(self.top.symbols, self.namespace, "g_", None)
        return contents_of(owner.scope.symbols, owner.__dict__, "m_", owner) if isinstance(owner, TemplateObject) else iter(())

    def unname_section(self, decl: SectionDecl) -> bool:
        """Takes the name of a section that hoc created; returns whether it had one."""
        return unname(self.top, decl)

    def rename_sections(self, decls: list[SectionDecl], name: str, *, is_array: bool) -> bool:
        """Gives sections without a name one; returns whether they have it."""
        return rename(self.session, self.top, decls, name, is_array=is_array)

    def load_file(self, name: str, *, once: bool) -> float:
        """Executes a file found on the search path, the first time or always; returns 1, or 0 where there is none."""
        if once and name in self.files.loaded:
            return 1.0
        path = self.files.find(name)
        if path is None:
            warn(f"Couldn't find: {name}")
            return 0.0
        self.files.loaded.add(name)
        # a file names those beside it without their folder
        home = Path.cwd()
        os.chdir(path.parent)
        depth, HocDepth.value = HocDepth.value, HocDepth.value + 1
        try:
            self.run_file(Path(path.name))
            failed = False
        except (KeyboardInterrupt, SystemExit, UnsupportedError):
            raise
        except Exception as error:
            self.show(error)
            failed = True
        finally:
            HocDepth.value = depth
            os.chdir(home)
        if failed:
            fail(f"hoc_Load_file {name}", f'        load_file("{name}")\n')
        return 1.0

    def run_file(self, path: Path) -> None:
        """Executes a file."""
        scope, self.scope = self.scope, self.top
        try:
            self.guarded(lambda: with_room(lambda: self.reader.run(read_hoc(path), str(path))), str(path))
        finally:
            self.scope = scope

    def guarded(self, run: Callable[[], Any], name: str) -> bool:
        """Runs something at the top of hoc; an error is shown, and False returned."""
        stack = self.sections.stack
        depth, sections = HocDepth.value, list(stack)
        scope, this, n_pushed = self.scope, self.this, len(self._before_push)
        HocDepth.value = 1
        try:
            run()
            return True
        except Stop:
            return True
        except (KeyboardInterrupt, SystemExit, UnsupportedError):
            stack[:] = sections
            raise
        except Exception as error:
            if depth:
                raise
            stack[:] = sections
            self.show(error)
            raise HocError(f"hocobj_call error: hoc_execerror: {message_of(error)}") from None
        finally:
            HocDepth.value = depth
            self.scope, self.this = scope, this
            del self._before_push[n_pushed:]

    def show(self, error: BaseException) -> None:
        """Prints an error once."""
        position = getattr(error, "hoc_position", None) or (self.positions[-1] if self.positions else Position(""))
        report(self.program, message_of(error), position, call_stack(error))

    # ---- running statements

    def call(self, function: Callable[..., Any], values: tuple[Any, ...], keywords: Mapping[str, Any]) -> Any:
        """Calls a procedure from Python."""
        stack = self.sections.stack
        sections, depth = list(stack), HocDepth.value
        if keywords:
            check_keywords(keywords)
            stack.append(keywords["sec"].living())
        HocDepth.value = depth + 1
        try:
            return function(*[StringRef(v) if isinstance(v, str) else float(v) if is_number(v) else v for v in values])
        except Stop:
            return 0.0
        except (KeyboardInterrupt, SystemExit, UnsupportedError):
            raise
        except Exception as error:
            if depth:
                raise
            stack[:] = sections
            self.show(error)
            raise HocError(f"hocobj_call error: hoc_execerror: {message_of(error)}") from None
        finally:
            HocDepth.value = depth
            if keywords and len(stack) > len(sections):
                stack.pop()

    # ---- names in emitted code

    def _changed(self, name: str) -> None:
        vars(self.session.h).pop(name, None)
        self.classes.forget(name)
        self.creation.forget(name)
        self.units.changed(name)

    def declared_kind(self, name: str) -> float:
        """Returns NEURON's number for what a name stands for: 0 nothing, 1 what can't be assigned, 2 an object, 3 a section,
        4 a string, 5 a number."""
        kinds = {Kind.UNDEFINED: 0.0, Kind.OBJECT: 2.0, Kind.SECTION: 3.0, Kind.STRING: 4.0}
        kinds |= dict.fromkeys((Kind.VARIABLE, Kind.BUILTIN_VARIABLE, Kind.SECTION_VARIABLE), 5.0)
        if name in KEYWORDS:
            return 1.0
        return kinds.get(self.top.kind(name), 1.0)

    # ---- declarations

    def declare(self, owner: TemplateObject | None, word: str, name: str, sizes: tuple[float, ...]) -> None:
        """`create`, `objref`, `strdef`, `double` of one name, at the top level or in an object."""
        whole_sizes = tuple(whole(size) for size in sizes)
        for size in whole_sizes:
            if size < 1:
                message = f"subscript < 1 {name}" if word == "create" else f"{name} dimension size must be > 0"
                raise HocExecError(message)
        scope = owner.scope if owner is not None else self.top
        kind = {"create": Kind.SECTION, "objref": Kind.OBJECT, "strdef": Kind.STRING, "double": Kind.VARIABLE}[word]
        place = f"m_{name}" if owner is not None else f"g_{name}"
        holder: Any = owner.__dict__ if owner is not None else self.namespace
        old = holder.get(place)
        if kind is Kind.STRING and isinstance(old, StringRef):
            return
        for box in old.data if isinstance(old, Boxes) else [old] if isinstance(old, ObjectRef) else []:
            replace_object(box, None)
        if isinstance(old, Sections):
            old.delete()
        if kind is Kind.SECTION:
            made: Any = Sections(self.session, name, whole_sizes, owner, owner.hname() if owner is not None else "")
        elif kind is Kind.VARIABLE:
            made = Numbers(name, whole_sizes)
        elif kind is Kind.STRING:
            made = StringRef("")
        else:
            made = Boxes(name, whole_sizes) if whole_sizes else ObjectRef(None)
        scope.declare(name, Symbol(kind, whole_sizes))
        holder[place] = made

    def declare_in_template(self, statement: ast.Declaration, scope: TemplateScope) -> None:
        """Notes what every object of a template will have; the sizes are worked out now."""
        if self.this is not None:
            self._declare_in_object(statement, self.this)
            return
        kind = {"create": Kind.SECTION, "objref": Kind.OBJECT, "strdef": Kind.STRING, "double": Kind.VARIABLE}[statement.word]
        for name in statement.names:
            sizes: tuple[float, ...] = ()
            if name.indices:
                sizes = self.units.load(emit_values(name.indices, scope))(self.pattern_object(scope))
            symbol = Symbol(kind, tuple(whole(size) for size in sizes))
            scope.declare(name.name, symbol)
            made = new_member(self.pattern_object(scope), name.name, symbol) if kind is not Kind.SECTION else None
            if made is not None:
                self.pattern_object(scope).__dict__[f"m_{name.name}"] = made

    def _declare_in_object(self, statement: ast.Declaration, owner: TemplateObject) -> None:
        for name in statement.names:
            known = owner.scope.symbols.get(name.name)
            if statement.word == "create" and (known is None or known.kind is not Kind.SECTION):
                what = f"First time declaration of Section {name.name} in {owner.hname()}"
                raise HocExecError(f"{what} must happen at command level (not in method)")
            sizes = self.units.load(emit_values(name.indices, owner.scope))(owner) if name.indices else ()
            self.declare(owner, statement.word, name.name, sizes)

    def pattern_object(self, scope: TemplateScope) -> TemplateObject:
        """Returns the object that statements in a template work on while it is being defined."""
        cls: Any = self.session.interface.classes[scope.template]
        if "pattern" not in vars(cls):
            cls.pattern = object.__new__(cls)
        return cls.pattern  # type: ignore[no-any-return]

    def define(self, procedure: ast.Procedure, scope: TopScope | TemplateScope) -> None:
        """Defines a procedure."""
        kind = {"func": Kind.FUNCTION, "obfunc": Kind.OBJECT_FUNCTION, "iterator": Kind.ITERATOR}
        name = procedure.name
        symbol = Symbol(kind.get(procedure.word, Kind.PROCEDURE), procedure=procedure)
        if isinstance(scope, TemplateScope):
            cls = self.session.interface.classes[scope.template]
            scope.declare(name, symbol)
            self.units.define(procedure, scope, lambda function: self._put_method(cls, name, function))
            if name == "unref":
                cls._has_unref = True  # type: ignore[attr-defined]
                self.namespace["_nobody_told"] = False
            return
        scope.declare(name, symbol)
        self._changed(name)
        self.units.define(procedure, scope, lambda function: self.namespace.__setitem__(f"g_{name}", function))
        if name in RUN_SYSTEM:
            self._take_over(name)

    def _put_method(self, cls: type, name: str, function: Callable[..., Any]) -> None:
        setattr(cls, f"m_{name}", function)
        self.classes.forget(name)

    def _take_over(self, name: str) -> None:
        procedure = TopProcedure(self, name)
        self.session.runner.user_procedures[name] = procedure

    def begin_template(self, name: str) -> TemplateScope:
        """Starts the definition of a template."""
        known = self.top.kind(name)
        if known is Kind.TEMPLATE:
            raise HocExecError(f"{name} : a template cannot be redefined")
        if known is not Kind.UNDEFINED:
            raise HocExecError(f"{name} : Redeclaring at top level")
        scope = TemplateScope(name, self.top)
        cls: Any = type(name, (TemplateObject,), {"session": self.session, "__module__": "hoc", "__doc__": None})
        cls.hoc_name, cls.numbers = name, self.session.object_numbers[name]
        cls.scope = scope
        cls.living = {}
        cls.run = staticmethod(self._run_method)
        self.session.interface.classes[name] = cls
        self.top.declare(name, Symbol(Kind.TEMPLATE))
        return scope

    def _run_method(self, owner: TemplateObject, name: str, values: tuple[Any, ...], keywords: Mapping[str, Any]) -> Any:
        return self.call(getattr(owner, f"m_{name}"), values, keywords)


class TopProcedure:
    """A procedure of the top level, as Python sees it."""

    __slots__ = ("_interpreter", "_name")

    def __init__(self, interpreter: Interpreter, name: str) -> None:
        self._interpreter, self._name = interpreter, name

    def __call__(self, *values: Any, **keywords: Any) -> Any:
        interpreter = self._interpreter
        return interpreter.call(interpreter.namespace[f"g_{self._name}"], values, keywords)

    def __repr__(self) -> str:
        return f"{self._name}()"
