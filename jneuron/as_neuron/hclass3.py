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


class HocBaseObject:
    """The other spelling: `class MyVector(HocBaseObject, hoc_type=h.Vector)`."""

    def __new__(cls, *arguments: Any, **keywords: Any) -> Any:
        raise TypeError("Class keyword argument `hoc_type` is required for HocBaseObjects.")

    def __init_subclass__(cls, hoc_type: Any = None, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if hoc_type is None:
            if not issubclass(cls, HocObject):
                raise TypeError("Class keyword argument `hoc_type` is required for HocBaseObjects.")
            return
        if not (isinstance(hoc_type, type) and issubclass(hoc_type, HocObject)):
            raise TypeError(f"Class's `hoc_type` {hoc_type} is not a valid HOC type.")
        cls.__bases__ = tuple(_subclassable(hoc_type) if base is HocBaseObject else base for base in cls.__bases__)


def _subclassable(hoc_type: type[HocObject]) -> type:
    def construct(cls: type, *arguments: Any, **keywords: Any) -> Any:
        made: Any = object.__new__(cls)
        hoc_type.__init__(made, *arguments, **keywords)
        return made

    def set_attribute(self: Any, name: str, value: Any) -> None:
        try:
            hoc_type.__setattr__(self, name, value)
        except (AttributeError, LookupError):
            object.__setattr__(self, name, value)

    body = {"__new__": construct, "__init__": lambda self, *arguments, **keywords: None, "__setattr__": set_attribute}
    return type(hoc_type.__name__, (hoc_type,), body)
