"""The module `neuron.hclass3`: classes of one's own on top of NEURON's.

NEURON makes the object in `__new__`, with the arguments meant for NEURON, and leaves `__init__` to the subclass; so does this.
"""

from __future__ import annotations

from typing import Any

from jneuron import default_session
from jneuron.facade.objects import HocObject


def hclass(hoc_type: Any, module_name: str | None = None, name: str | None = None) -> Any:
    """Returns a class to inherit from: `class MyVector(hclass(h.Vector))`."""
    if hoc_type is default_session().h.Section:
        return hoc_type
    if not (isinstance(hoc_type, type) and issubclass(hoc_type, HocObject)):
        raise TypeError("Argument is not a valid HOC type.")
    cls = _subclassable(hoc_type)
    cls.__module__ = module_name or __name__
    cls.__name__ = cls.__qualname__ = name or hoc_type.__name__
    return cls


class _OnTop(type):
    """Puts NEURON's class in the place of `HocBaseObject` among the bases of a new class."""

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any], hoc_type: Any = None) -> Any:
        if not bases:
            return super().__new__(mcs, name, bases, body)
        if hoc_type is None:
            raise TypeError("Class keyword argument `hoc_type` is required for HocBaseObjects.")
        if not (isinstance(hoc_type, type) and issubclass(hoc_type, HocObject)):
            raise TypeError(f"Class's `hoc_type` {hoc_type} is not a valid HOC type.")
        return type(name, tuple(_subclassable(hoc_type) if base is HocBaseObject else base for base in bases), body)


class HocBaseObject(metaclass=_OnTop):
    """The other spelling: `class MyVector(HocBaseObject, hoc_type=h.Vector)`."""

    def __new__(cls, *arguments: Any, **keywords: Any) -> Any:
        raise TypeError("Class keyword argument `hoc_type` is required for HocBaseObjects.")


def _subclassable(hoc_type: type[HocObject]) -> type:
    def construct(cls: type, *arguments: Any, **keywords: Any) -> Any:
        made: Any = object.__new__(cls)
        # other keywords are for the subclass
        hoc_type.__init__(made, *arguments, **{key: value for key, value in keywords.items() if key == "sec"})
        return made

    def set_attribute(self: Any, name: str, value: Any) -> None:
        try:
            hoc_type.__setattr__(self, name, value)
        except (AttributeError, LookupError):
            object.__setattr__(self, name, value)

    body = {"__new__": construct, "__init__": lambda self, *arguments, **keywords: None, "__setattr__": set_attribute}
    return type(hoc_type.__name__, (hoc_type,), body)
