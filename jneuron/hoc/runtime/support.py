"""The helpers that emitted code calls, and the namespace that holds them."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from jneuron.facade.calls import HocExecError, is_number
from jneuron.facade.objects import HocObject
from jneuron.facade.ref import HocRef, NumberRef, ObjectRef, StringRef
from jneuron.facade.section import Section
from jneuron.facade.system_functions import compare_texts
from jneuron.hoc.runtime.sections import SectionSupport
from jneuron.hoc.runtime.values import divisor, whole


class Stop(BaseException):
    """`stop`: ends everything that hoc is doing, without a message."""


def power(base: float, exponent: float) -> float:
    """Returns base to the power of exponent, or raises as NEURON does."""
    try:
        result = math.pow(base, exponent)
    except OverflowError:
        warn("exponentiation result out of range")
        return -math.inf if base < 0.0 and exponent % 2.0 == 1.0 else math.inf
    except ValueError:
        if base != 0.0:
            raise HocExecError("exponentiation argument out of domain") from None
        warn("exponentiation result out of range")
        return math.copysign(math.inf, base) if exponent % 2.0 == 1.0 else math.inf
    if result == 0.0 and base != 0.0 and abs(base) != math.inf and abs(exponent) != math.inf:
        warn("exponentiation result out of range")
    return result


def modulo(left: float, right: float) -> float:
    """Returns the remainder; never negative."""
    if right <= 0.0:
        raise HocExecError("a%b, b<=0")
    if left == math.inf or left == -math.inf:
        return -math.nan
    if right == math.inf:
        return left if left >= 0.0 else right
    rest = left - right * int(left / right)
    return rest + right if rest < 0.0 else rest


def warn(message: str) -> None:
    """Prints a complaint that stops nothing."""
    sys.stderr.write(f"NEURON: {message}\n")


def shown(value: Any) -> str:
    """Returns a value as `print` shows it, with what follows it."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) or is_number(value):
        return f"{value:.8g} " if value == value else f"{'-' if math.copysign(1.0, value) < 0.0 else ''}nan "
    if isinstance(value, StringRef):
        return value[0]  # type: ignore[no-any-return]
    return f"{object_text(value)} "


def object_text(value: Any) -> str:
    """Returns an object's name."""
    if isinstance(value, ObjectRef):
        value = value._value
    if value is None:
        return "NULLobject"
    return value.hname() if isinstance(value, HocObject) else "PythonObject[0]"


def put(value: Any) -> None:
    """Prints one item of `print a, b`."""
    sys.stdout.write(shown(value))


def put_component(value: Any) -> None:
    """Prints one item that is a component of an object."""
    text_ = shown(value)
    sys.stdout.write(f"{text_} " if isinstance(value, str | StringRef) else text_)


def end_line() -> None:
    """Ends a `print`."""
    sys.stdout.write("\n")


def show_component(value: Any) -> None:
    """Shows the value of a component of an object at the top level."""
    if isinstance(value, str):
        sys.stdout.write(f"\t{value} \n")
    else:
        show(value)


def show(value: Any) -> None:
    """Shows the value of an expression at the top level."""
    if isinstance(value, Section):
        return
    if isinstance(value, str | StringRef):
        sys.stdout.write(f"{value if isinstance(value, str) else value[0]}\n")
    else:
        sys.stdout.write(f"\t{shown(value)}\n")


def number(value: Any) -> float:
    """Returns a value that must be a number."""
    if type(value) is float:
        return value
    if type(value) is int:
        return float(value)
    if is_number(value):
        return float(value)
    raise HocExecError(f"bad stack access: expecting double; really {really(value)}")


def really(value: Any) -> str:
    """Returns what NEURON calls a value of the wrong kind: an object in its box, or one that a function has returned."""
    if isinstance(value, str | StringRef):
        return f"char** {id(value):#x}"
    if is_number(value):
        return f"double {value:g}"
    stars = "**" if value is None or isinstance(value, ObjectRef) else "*"
    return f"Object{stars} {id(value):#x} -> {object_text(value)}"


def string(value: Any) -> str:
    """Returns a value that is being assigned to a string."""
    if isinstance(value, str | StringRef):
        return text(value)
    raise HocExecError(f"bad stack access: expecting char**; really {really(value)}")


def string_component(value: Any) -> str:
    """Returns a component that is being assigned to a string."""
    if is_number(value):
        handle = f"generic_data_handle{{raw={id(value):#x} type=double*}}"
        raise HocExecError(f"bad stack access: expecting char**; really neuron::container::generic_data_handle {handle}")
    return string(value)


def text(value: Any) -> str:
    """Returns a value that must be a string."""
    if isinstance(value, str):
        return value
    if isinstance(value, StringRef):
        return value[0]  # type: ignore[no-any-return]
    raise HocExecError("Expecting string argument")


def any_object(value: Any) -> Any:
    """Returns a value that must be an object."""
    if value is None or isinstance(value, HocObject):
        return value
    if isinstance(value, ObjectRef):
        return value._value
    if is_number(value) or isinstance(value, str | StringRef):
        raise HocExecError(f"bad stack access: expecting Object**; really {really(value)}")
    return value


def wrong_operand(left: Any, right: Any) -> NoReturn:
    """Refuses an operand that is an object: the right one is looked at first."""
    raise HocExecError(f"bad stack access: expecting double; really {really(right)}")


def truth(value: Any) -> bool:
    """Tells whether `!` finds something true."""
    return bool(number(value))


def equal(left: Any, right: Any, epsilon: float = 1e-11) -> bool:
    """Tells whether two values are equal: numbers nearly, objects if they are the same."""
    if isinstance(left, float | int) and isinstance(right, float | int):
        return -epsilon <= left - right <= epsilon
    if is_number(left) and is_number(right):
        return bool(-epsilon <= left - right <= epsilon)
    if isinstance(left, str) or isinstance(right, str):
        raise HocExecError("don't know how to compare strings")
    if is_number(left) or is_number(right):
        expected = "double" if is_number(left) else "Object**"
        wrong = right if not is_number(right) or not is_number(left) else left
        raise HocExecError(f"bad stack access: expecting {expected}; really {really(_boxed(wrong))}")
    return left is right or (left == right and not isinstance(left, HocObject))


def _boxed(value: Any) -> Any:
    return value if is_number(value) else ObjectRef(value)


# ---- arguments of the running procedure


def text_box(arguments: Any, place: int) -> StringRef:
    """Returns the box of a string argument."""
    value = argument(arguments, place)
    if isinstance(value, StringRef):
        return value
    if not isinstance(value, str):
        raise HocExecError("Expecting string argument")
    box = StringRef(value)
    if isinstance(arguments, list):
        arguments[place] = box
    return box


def text_of(arguments: Any, place: int) -> str:
    """Returns a string argument."""
    return text(argument(arguments, place))


def object_box(arguments: Any, place: int) -> ObjectRef:
    """Returns the box of an object argument."""
    value = argument(arguments, place)
    if isinstance(value, ObjectRef):
        return value
    box = ObjectRef(any_object(value))
    if isinstance(arguments, list):
        arguments[place] = box
    return box


def object_of(arguments: Any, place: int) -> Any:
    """Returns an object argument."""
    value = arguments[place] if 0 <= place < len(arguments) else argument(arguments, place)
    if type(value) is ObjectRef:
        return value._value
    return value if isinstance(value, HocObject) else any_object(value)


def reference_of(arguments: Any, place: int) -> Any:
    """Returns a reference argument."""
    value = argument(arguments, place)
    if isinstance(value, StringRef | ObjectRef):
        raise HocExecError("Not a double pointer")
    if is_number(value) or isinstance(value, str):
        raise HocExecError(f"bad stack access: expecting neuron::container::generic_data_handle; really {really(value)}")
    return value


class MissingArgumentError(IndexError):
    """An argument that the caller has not given."""


def argument(arguments: Any, place: int) -> Any:
    """Returns an argument by its place from 0."""
    if place < 0:
        raise HocExecError("arg index i < 1")
    if place >= len(arguments):
        raise MissingArgumentError
    return arguments[place]


def argument_type(arguments: Any, position: float) -> float:
    """Returns the kind of an argument: 0 number, 1 object, 2 string, 3 reference, -1 where there is none."""
    place = whole(position) - 1
    if not 0 <= place < len(arguments):
        return -1.0
    value = arguments[place]
    if is_number(value):
        return 0.0
    if isinstance(value, str | StringRef):
        return 2.0
    if isinstance(value, ObjectRef | HocObject) or value is None:
        return 1.0
    return 3.0 if isinstance(value, HocRef) or hasattr(type(value), "get") else 1.0


def set_box(box: Any, value: Any) -> Any:
    """Puts a string or an object into its box; returns it."""
    box._value = value
    return value


def set_item(holder: Any, place: int, value: float) -> float:
    """Puts a number into a list or behind a reference; returns it."""
    holder[place] = value
    return value


def set_attribute(owner: Any, name: str, value: Any) -> Any:
    """Writes an attribute; returns the value."""
    setattr(owner, name, value)
    return value


def no_value(name: str) -> None:
    """Refuses a func that ends without a value."""
    raise HocExecError(f"{name} (func) returns no value")


def undefined_function(name: str, this: Any = None, *values: Any) -> NoReturn:
    """Refuses a call of what is not defined, in an object or at the top level."""
    raise HocExecError(f"{name} undefined function")


def not_an_array(name: str) -> None:
    """Refuses an index."""
    raise HocExecError(f"{name} not an array variable")


def stop() -> None:
    """`stop`."""
    raise Stop


def plain_helpers(sections: SectionSupport) -> dict[str, Callable[..., Any]]:
    """Returns the helpers that need no more than the sections, by their name in emitted code."""
    return {
        "_power": power,
        "_divisor": divisor,
        "_modulo": modulo,
        "_show": show,
        "_show_component": show_component,
        "_put": put,
        "_put_component": put_component,
        "_end_line": end_line,
        "_number": number,
        "_text": text,
        "_string": string,
        "_string_component": string_component,
        "_object": any_object,
        "_unboxed": lambda value: value._value if isinstance(value, ObjectRef) else value,
        "_truth": truth,
        "_wrong_operand": wrong_operand,
        "_equal": equal,
        "_text_box": text_box,
        "_text_of": text_of,
        "_object_box": object_box,
        "_object_of": object_of,
        "_reference_of": reference_of,
        "_numbered": argument,
        "_argument_type": argument_type,
        "_n_argument": lambda arguments: float(len(arguments)),
        "_set_box": set_box,
        "_set_item": set_item,
        "_set_attribute": set_attribute,
        "_new_box": ObjectRef,
        "_new_number": lambda: NumberRef(0.0),
        "_no_value": no_value,
        "_compare_texts": compare_texts,
        "_nothing": lambda *values: None,
        "_undefined_function": undefined_function,
        "_not_an_array": not_an_array,
        "_stop": stop,
        "int": int,
        "list": list,
        "len": len,
        "type": type,
        "isinstance": isinstance,
        "_HocObject": HocObject,
        "_nobody_told": True,
        "float": float,
        "_stack": sections.stack,
        "_dead": sections.dead,
        "_Section": sections.session.interface.Section,
        "_fresh": sections.session.model.tables["hoc"].fresh,
        "_opened": sections.session.model.tables["hoc"].open,
        "_enter_if_section": sections.enter_if_section,
        "_leave_if": sections.leave_if,
        "_access": sections.access,
        "_note_left": sections.note_left,
        "_section": sections.section,
        "_python_section": sections.python_section,
        "_all_sections": sections.all_sections,
        "_sections_of": sections.sections_of,
        "_matches": sections.matches,
        "_places": sections.places,
        "_repeat": sections.repetition.repeat,
        "_learn": sections.repetition.learn,
        "_add_points": sections.add_points,
        "_connect": sections.connect,
        "_refuse_parent": sections.refuse_parent,
        "_insert": sections.insert,
        "_uninsert": sections.uninsert,
        "_current": sections.here,
        "_value": sections.value,
        "_put_value": sections.put_value,
        "_update_here": sections.update,
        "_set_ramp": sections.set_ramp,
        "_here_reference": sections.here_reference,
    }


def iterate(values: Any) -> Iterator[None]:
    """Runs an iterator of an object."""
    if not hasattr(values, "__next__"):
        raise HocExecError("not an iterator")
    return values  # type: ignore[no-any-return]
