"""Components of objects and sections: `o.x`, `o.f(2)`, `soma.v(.5)`, `List[0].o(1).x[3]`."""

from __future__ import annotations

import inspect
import sys
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.facade.aliases import aliases_of, find_alias, write_alias
from jneuron.facade.calls import HocDepth, HocExecError, is_number, is_reference
from jneuron.facade.objects import HocObject
from jneuron.facade.point_process import PYTHON_NAMES, PointProcess
from jneuron.facade.ref import HocRef, ObjectRef, StringRef
from jneuron.facade.section import Section
from jneuron.facade.section_array import SectionArray
from jneuron.hoc.runtime.known_classes import KnownClasses, Methods
from jneuron.hoc.runtime.quick_attributes import quick_method, quick_number, quick_writer
from jneuron.hoc.runtime.sections import SECTION_VARIABLES, Sections, SectionSupport, complain
from jneuron.hoc.runtime.support import really
from jneuron.hoc.runtime.templates import TemplateObject, replace_object, set_member
from jneuron.hoc.runtime.values import Boxes, Numbers, combined, whole
from jneuron.hoc.syntax.kinds import CALLABLE, Kind
from jneuron.model.section import SectionDecl

OF_PYTHON = frozenset(["baseattr", "decl", "hname", "hocobjptr", "same", "session"])
"""Attributes of NEURON's objects that Python alone has."""


class MemberSupport:
    """The helpers of emitted code that are about components."""

    def __init__(self, sections: SectionSupport, classes: KnownClasses) -> None:
        self._sections, self._classes = sections, classes
        # what writes a number of an object, and what a method is, by class and name
        self._writers: dict[tuple[type, str], Callable[[Any, float], None]] = {}

    # ---- reading

    def get(self, owner: Any, name: str) -> Any:
        """Returns `owner.name`; a method is called."""
        if isinstance(owner, TemplateObject):
            return self._get_of_template(owner, name)
        if isinstance(owner, Section):
            return self._sections.value(self._having(owner, name), name, None, ())
        value = self._attribute(owner, name)
        if not isinstance(owner, HocObject):
            return owner if name == "_" else python_value(value)
        if _is_method(value):
            self._note_method(owner, name)
            return value()
        if type(value) is float:
            self._note_number(owner, name)
            return value
        if not _is_array(value):
            return value
        if owner.hoc_name == "Matrix":
            raise HocExecError(f"Array dimension of Matrix.{name} is 2")
        if _is_elements(owner):
            raise HocExecError(f"array dimension of {name} now 1 (at compile time it was 0)")
        return value[0]

    def _get_of_template(self, owner: TemplateObject, name: str) -> Any:
        symbol = owner.scope.symbols.get(name)
        if symbol is None or not symbol.public:
            return _alias(owner, name)
        if symbol.kind in CALLABLE:
            self._classes.note("gqm", name, type(owner))
            return getattr(owner, f"m_{name}")()
        value = owner.__dict__.get(f"m_{name}", None)
        if isinstance(value, float | int):
            if symbol.kind is Kind.VARIABLE and not symbol.sizes:
                self._classes.note("nt", name, type(owner))
            return value
        if isinstance(value, StringRef | ObjectRef):
            if symbol.kind in (Kind.STRING, Kind.OBJECT) and not symbol.sizes:
                self._classes.note("o", name, type(owner))
            return value._value
        if isinstance(value, Sections):
            if symbol.kind is Kind.SECTION:
                self._classes.note("s", name, type(owner))
            return value.first
        if isinstance(value, Numbers):
            return value.data[0]
        if isinstance(value, Boxes):
            return value.data[0]._value
        if name == "this":
            return owner
        raise HocExecError(f"{name}: can't push that type onto stack")

    def get_argument(self, owner: Any, name: str) -> Any:
        """Returns `owner.name` as an argument: the box of a string or object."""
        if isinstance(owner, TemplateObject):
            value = owner.__dict__.get(f"m_{name}")
            if isinstance(value, StringRef | ObjectRef):
                self.get(owner, name)
                return value
        return self.get(owner, name)

    def _note_method(self, owner: Any, name: str) -> None:
        """Lets code call a method of one of NEURON's classes as `m_<name>`."""
        cls = type(owner)
        function = inspect.getattr_static(cls, name, None)
        if inspect.isfunction(function):
            setattr(cls, f"m_{name}", quick_method(cls, name) or function)
            self._classes.note("gm" if getattr(function, "takes_boxes", False) else "gq", name, cls)

    def _note_number(self, owner: Any, name: str) -> None:
        """Lets code read a number of an object of one of NEURON's classes as `m_<name>`."""
        cls = type(owner)
        made = quick_number(cls, name)
        if made is not None:
            setattr(cls, f"m_{name}", made)
            self._classes.note("n", name, cls)

    def get_element(self, owner: Any, name: str, *indices: float) -> Any:
        """Returns `owner.name[i]`."""
        if isinstance(owner, TemplateObject):
            _public(owner, name)
            value = owner.__dict__.get(f"m_{name}")
            if isinstance(value, Numbers) and len(indices) == len(value.sizes):
                return value.get(*indices)
            if isinstance(value, Boxes):
                return value.box(*indices)._value
            if isinstance(value, SectionArray):
                return value.at(*indices)  # type: ignore[attr-defined]
            raise HocExecError(_no_array(name, getattr(owner, f"m_{name}"), len(indices)))
        if isinstance(owner, Section):
            return self._sections.value(owner.living(), name, None, indices)
        return self._item(owner, name, indices)

    def _item(self, owner: Any, name: str, indices: tuple[float, ...]) -> Any:
        value = owner if name == "_" else self._attribute(owner, name)
        if isinstance(owner, HocObject) and (_is_method(value) or is_number(value)):
            raise HocExecError(_no_array(name, value, len(indices)))
        if getattr(owner, "hoc_name", "") == "Matrix" and name == "x":
            _check_matrix_indices(owner, indices)
        for dimension, index in enumerate(indices):
            place = whole(index)
            if is_number(value):
                raise HocExecError(f"'{name}' not right number of subscripts")
            try:
                value = value[place] if place >= 0 else _no_such(value)
            except IndexError:
                if getattr(owner, "hoc_name", "") == "SectionRef":
                    raise HocExecError(f"SectionRef.child index too large for {owner.sec.name()}") from None
                raise HocExecError(f"subscript {dimension} index {place} of {name} out of range {len(value)}") from None
        return value

    def call(self, owner: Any, name: str, *arguments: Any) -> Any:
        """Returns `owner.name(arguments)`."""
        if isinstance(owner, TemplateObject):
            if not arguments and aliases_of(owner):
                return self._get_of_template(owner, name)
            symbol = _public(owner, name)
            if symbol.kind in CALLABLE:
                self._classes.note("gqm", name, type(owner))
                return getattr(owner, f"m_{name}")(*arguments)
            if symbol.kind is Kind.SECTION:
                raise HocExecError(f"'{name}' not right number of subscripts")
            if symbol.sizes:
                return self.get_element(owner, name, *arguments)
            if arguments:
                raise HocExecError(_no_array(name, owner.__dict__.get(f"m_{name}"), len(arguments)))
            return self._get_of_template(owner, name)
        if isinstance(owner, Section):
            if arguments and name in SECTION_VARIABLES:
                raise HocExecError(f"'{name}' section property can't have argument")
            return self._sections.value(self._having(owner, name), name, arguments[0] if arguments else None, ())
        if name == "x" and getattr(owner, "hoc_name", "") in ("Vector", "Matrix"):
            return self.get_element(owner, name, *arguments)
        if not isinstance(owner, HocObject) and owner is not None:
            return call_python(owner if name == "_" else self._attribute(owner, name), arguments)
        value = self._attribute(owner, name)
        if not callable(value) or isinstance(value, Section):
            if arguments and isinstance(owner, PointProcess) and is_number(value):
                raise HocExecError(f"'{name}' not right number of subscripts")
            return value
        self._note_method(owner, name)
        if ObjectRef in map(type, arguments) and not getattr(value, "takes_boxes", False):
            arguments = tuple(a._value if isinstance(a, ObjectRef) else a for a in arguments)
        return value(*arguments)

    def call_element(self, owner: Any, name: str, indices: tuple[float, ...], *arguments: Any) -> Any:
        """Returns `owner.name[i](arguments)`."""
        if isinstance(owner, Section):
            return self._sections.value(owner.living(), name, arguments[0] if arguments else None, indices)
        if isinstance(owner, TemplateObject) and _public(owner, name).kind is Kind.SECTION:
            raise HocExecError(f"[...](...) syntax only allowed for array range variables: {name}")
        return self.get_element(owner, name, *indices)

    def reference(self, owner: Any, name: str, indices: tuple[float, ...], places: tuple[float, ...]) -> Any:
        """Returns the place `&owner.name`."""
        if isinstance(owner, Section):
            return self._sections.reference(owner.living(), name, places[0] if places else None, indices)
        if isinstance(owner, TemplateObject) and not aliases_of(owner).get(name):
            _public(owner, name)
            value = owner.__dict__.get(f"m_{name}")
            if isinstance(value, Numbers):
                return value.reference(*(indices or (0.0,) * len(value.sizes)))
            if isinstance(value, Boxes):
                return value.box(*indices)
            if value is None:
                raise HocExecError("Not a double pointer")
        found = self._attribute(owner, f"_ref_{name}")
        if not indices and isinstance(owner, HocObject) and not hasattr(type(found), "get"):
            # an array without its index: the first element
            return found[0]
        for index in indices:
            found = found[whole(index)]
        # an array without index stands for its first element
        return found if is_reference(found) or not _is_array(found) else found[0]

    def _attribute(self, owner: Any, name: str) -> Any:
        if owner is None:
            raise HocExecError(f"'{name.removeprefix('_ref_')}' object prefix is nullptr")
        if is_number(owner):
            raise HocExecError("hoc_obj_look_inside_stack expects Object* or Object** but found double")
        if (name in OF_PYTHON or name.startswith("__")) and isinstance(owner, HocObject):
            _refuse_name(owner, name)
        try:
            if isinstance(owner, PointProcess) and name in ("del", "delay"):
                # the one is what the other is called in Python
                if name not in owner.visible:
                    _refuse_name(owner, name)
                name = "delay"
            return getattr(owner, name)
        except UnsupportedError:
            raise
        except (AttributeError, LookupError) as error:
            if not isinstance(owner, HocObject):
                raise HocExecError(str(error)) from None
            _refuse_name(owner, name)

    def _having(self, section: Section, name: str) -> SectionDecl:
        """Returns the declaration of a section, of which a component of that name is asked."""
        names = self._sections.session.interface.names
        if name not in SECTION_VARIABLES and name not in ("v", "diam") and names.find(name) is None:
            raise HocExecError(f"'{name}' suffix not a range variable or section property")
        return section.living()

    # ---- writing

    def set(self, owner: Any, name: str, value: Any) -> Any:
        """`owner.name = value`."""
        write = self._writers.get((type(owner), name))
        if write is not None and type(value) is float:
            write(owner, value)
        elif isinstance(owner, TemplateObject):
            if write_alias(owner, name, value):
                return value
            symbol = _public(owner, name)
            if symbol.kind is Kind.VARIABLE and not symbol.sizes:
                self._classes.note("nt", name, type(owner))
            if symbol.kind in CALLABLE:
                getattr(owner, f"m_{name}")()
                raise HocExecError("Cannot assign to left hand side")
            _check_kind(symbol.kind, value)
            if symbol.sizes and symbol.kind is Kind.VARIABLE:
                owner.__dict__[f"m_{name}"].data[0] = value
                return value
            try:
                set_member(owner, name, symbol, value)
            except TypeError as error:
                raise HocExecError(_assignment_refused(error)) from None
        elif isinstance(owner, Section):
            self._sections.set_value(self._having(owner, name), name, None, (), value)
        else:
            self._set_attribute(owner, name, value)
        return value

    def _set_attribute(self, owner: Any, name: str, value: Any) -> None:
        if owner is None:
            raise HocExecError(f"'{name}' object prefix is nullptr")
        if isinstance(owner, PointProcess) and name in PYTHON_NAMES and name not in owner.visible:
            _refuse_name(owner, name)
        if isinstance(value, ObjectRef | StringRef):
            value = value._value
        if type(value) is float:
            write = self._note_writer(owner, name)
            if write is not None:
                write(owner, value)
                return
            if getattr(owner, name, None) == value:
                # steps made ahead stay worth something
                return
        current = getattr(type(owner), name, None)
        try:
            if name == "x" and current is not None and _is_elements(owner):
                raise HocExecError("array dimension of x now 1 (at compile time it was 0)")
            else:
                setattr(owner, name, value)
        except (AttributeError, LookupError):
            try:
                getattr(owner, name)[0] = value
            except (AttributeError, LookupError, TypeError):
                _refuse_name(owner, name)
        except TypeError as error:
            try:
                getattr(owner, name)[0] = value
            except (AttributeError, LookupError, TypeError):
                raise HocExecError(_assignment_refused(error)) from None

    def set_element(self, owner: Any, name: str, value: Any, *indices: float) -> Any:
        """`owner.name[i] = value`."""
        if isinstance(owner, TemplateObject):
            _public(owner, name)
            array = owner.__dict__.get(f"m_{name}")
            if isinstance(array, Numbers):
                return array.set(float(value), *indices)
            if isinstance(array, Boxes):
                return replace_object(array.box(*indices), value._value if isinstance(value, ObjectRef) else value)
            raise HocExecError(f"{name} not an array variable")
        if isinstance(owner, Section):
            self._sections.set_value(owner.living(), name, None, indices, value)
            return value
        holder = self._attribute(owner, name)
        try:
            if getattr(owner, "hoc_name", "") == "Matrix" and name == "x":
                _check_matrix_indices(owner, indices)
            for index in indices[:-1]:
                holder = holder[whole(index)]
            if is_number(holder):
                raise HocExecError(f"'{name}' not right number of subscripts")
            holder[whole(indices[-1])] = value
        except IndexError:
            place = whole(indices[-1])
            raise HocExecError(f"subscript {len(indices) - 1} index {place} of {name} out of range {len(holder)}") from None
        return value

    def update(
        self, owner: Any, name: str, indices: tuple[float, ...], places: tuple[float, ...], operator: str, value: Any
    ) -> Any:
        """`owner.name[i](x) += value`; with no operator a plain assignment."""
        if isinstance(owner, Section):
            decl, x = owner.living(), places[0] if places else None
            if operator and x is None and not indices:
                return self._sections.update(decl, name, operator, value)
            new = combined(operator, self._sections.value(decl, name, x, indices) if operator else 0.0, value)
            self._sections.set_value(decl, name, x, indices, new)
            return new
        indices, old = indices or places, 0.0
        if operator:
            old = self.get_element(owner, name, *indices) if indices else self.get(owner, name)
        new = combined(operator, old, value)
        return self.set_element(owner, name, new, *indices) if indices else self.set(owner, name, new)

    def _note_writer(self, owner: Any, name: str) -> Callable[[Any, float], None] | None:
        write = quick_writer(owner, name)
        if write is not None:
            self._writers[type(owner), name] = write
            self._classes.note_writer(name, type(owner), write)
        return write

    def writers(self, name: str) -> Methods:
        """Returns what is known to write a number of that name, by class."""
        known = Methods(lambda owner, value: self.set(owner, name, value))
        known.update({cls: write for (cls, of), write in self._writers.items() if of == name})
        return known

    def outside(self, vector: Any, place: int) -> NoReturn:
        """Refuses an index that no element of a Vector has."""
        raise HocExecError(f"subscript 0 index {place} of x out of range {len(vector)}")

    # ---- pointers

    def set_pointer(self, owner: Any, name: str, places: tuple[float, ...], target: Any) -> None:
        """`setpointer owner.name, target`."""
        session = self._sections.session
        if owner is not None and not isinstance(owner, Section | PointProcess):
            raise HocExecError("not a point process pointer")
        if owner is None or isinstance(owner, Section):
            if name in ("v", "diam"):
                raise HocExecError(f"{name} not a model variable POINTER")
            decl = owner.living() if owner is not None else self._sections.here()
            mechanism_place = self._sections._segment(decl, name, places[0] if places else 0.5)
            session.h.setpointer(target, name.rpartition("_")[0], getattr(mechanism_place, name.rpartition("_")[2]))
        else:
            session.h.setpointer(target, name, owner)


def _no_such(value: Any) -> NoReturn:
    raise IndexError


def _is_array(value: Any) -> bool:
    """Tells whether a value is an array variable of one of NEURON's objects, such as a NetCon's weight."""
    kind = type(value)
    return kind not in (float, int, str) and hasattr(kind, "__getitem__") and not isinstance(value, HocObject | str | HocRef)


def python_value(value: Any) -> Any:
    """Returns what hoc sees of a value that Python gave: numbers are floats."""
    return float(value) if is_number(value) else value


def call_python(function: Any, arguments: tuple[Any, ...]) -> Any:
    """Calls what Python gave, and returns what hoc sees of the result."""
    plain = [a._value if isinstance(a, ObjectRef | StringRef) else a for a in arguments]
    depth, HocDepth.value = HocDepth.value, 0
    try:
        return python_value(function(*plain))
    except (HocError, UnsupportedError):
        raise
    except Exception as error:
        sys.stdout.flush()
        traceback.print_exc()
        raise HocExecError(f"PyObject method call failed: {error}") from error
    finally:
        HocDepth.value = depth


def _assignment_refused(error: TypeError) -> str:
    return "Cannot assign to left hand side" if str(error) == "not assignable" else str(error)


def _is_elements(owner: Any) -> bool:
    return getattr(owner, "hoc_name", "") == "Vector"


def _is_method(value: Any) -> bool:
    return callable(value) and not isinstance(value, Section | HocObject | SectionArray | type)


def _no_array(name: str, value: Any, n_index: int) -> str:
    """Returns NEURON's words for an index on what is no array of that many dimensions."""
    if _is_method(value):
        return f"'{name}' is a function not a {n_index}-dim array"
    if isinstance(value, StringRef):
        return f"'{name}' string can't have function arguments or array indices"
    return f"'{name}' not right number of subscripts"


def _check_matrix_indices(matrix: Any, indices: tuple[float, ...]) -> None:
    if len(indices) != 2:
        raise HocExecError("'x' not right number of subscripts")
    for index, size in zip(indices, (matrix.nrow(), matrix.ncol()), strict=True):
        if not 0 <= whole(index) < size:
            raise HocExecError(f"Matrix index out of range: index={whole(index)}  max_index={int(size) - 1}\n")


def _check_kind(kind: Kind, value: Any) -> None:
    """Refuses to assign a value of another kind to a component of an object."""
    expected = _EXPECTED.get(kind)
    if expected is None:
        return
    name, kinds = expected
    fits = is_number(value) if kind is Kind.VARIABLE else isinstance(value, kinds) or (kind is Kind.OBJECT and value is None)
    if not fits and not (kind is Kind.OBJECT and not is_number(value) and not isinstance(value, str | StringRef)):
        raise HocExecError(f"bad stack access: expecting {name}; really {really(value)}")


_EXPECTED: dict[Kind, tuple[str, Any]] = {
    Kind.VARIABLE: ("double", float),
    Kind.STRING: ("char**", (str, StringRef)),
    Kind.OBJECT: ("Object**", (ObjectRef, HocObject)),
}


def _alias(owner: TemplateObject, name: str) -> Any:
    """Returns what an alias of an object stands for."""
    for value in find_alias(owner, name):
        return value
    _refuse_name(owner, name)


def _public(owner: TemplateObject, name: str) -> Any:
    symbol = owner.scope.symbols.get(name)
    if symbol is None or not symbol.public:
        if name in aliases_of(owner):
            raise HocExecError(f"{name}: is an alias and cannot have subscripts")
        _refuse_name(owner, name)
    return symbol


def _refuse_name(owner: Any, name: str) -> NoReturn:
    name = name.removeprefix("_ref_")
    message = f"'{name}' not a public member of '{owner.hoc_name}'"
    complain(message)
    raise HocExecError(message)
