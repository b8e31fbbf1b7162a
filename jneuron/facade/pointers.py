"""`h.ref`, `h.Pointer` and `h.PtrVector`: a box for a value, a place that holds a number, and many places."""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.facade.calls import (
    Arguments,
    HocMethodsObject,
    Refusal,
    as_float,
    attach,
    check_keywords,
    is_reference,
    refuse,
)
from jneuron.facade.functions import function
from jneuron.facade.hoc_names import execute_with, hoc_reference, with_placeholder
from jneuron.facade.ref import HocRef, NumberRef, ref
from jneuron.model.reference import Reference


@function("ref")
def boxed(session: Any, given: Arguments) -> HocRef:
    """Returns a box holding a number, a string or an object."""
    return ref(*given.values)


class Pointer(HocMethodsObject):
    """A place that holds a number, with a statement to execute when it is assigned."""

    hoc_name = "Pointer"
    __slots__ = ("_name", "_reference", "_statement")

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        given = Arguments("Pointer", values)
        try:
            self._name, self._reference = self._target(given)
            self._statement = with_placeholder(given.string(1)) if given.has(1) else ""
        except Refusal as refusal:
            refuse(refusal, "Pointer", values)

    def _target(self, given: Arguments) -> tuple[str, Reference]:
        target = given.any(0)
        if is_reference(target):
            return "unknown", target
        name = given.string(0)
        return name, hoc_reference(self.session, name)

    @property
    def val(self) -> float:
        """The number."""
        return self._reference.get()

    @val.setter
    def val(self, value: float) -> None:
        self._reference.set(as_float(value))

    @property
    def _ref_val(self) -> Reference:
        return self._reference


def _assign(pointer: Pointer, given: Arguments) -> float:
    """Writes the number, executes the statement with it for `$1`, and returns it."""
    value = given.number(0)
    pointer._reference.set(value)
    if pointer._statement:
        execute_with(pointer.session, pointer._statement, value)
    return value


def _name(pointer: Pointer, given: Arguments) -> str:
    """Returns the name of the variable, `unknown` if it was given as a reference."""
    return pointer._name


attach(Pointer, {"assign": _assign, "s": _name})


class PtrVector(HocMethodsObject):
    """Places that hold numbers, to be read into a Vector or written from one together."""

    hoc_name = "PtrVector"
    __slots__ = ("_label", "_nowhere", "_references")

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        try:
            size = int(Arguments("PtrVector", values).checked(0, 1, 1e9))
        except Refusal as refusal:
            refuse(refusal, "PtrVector", values)
        self._label = ""
        # one place for all that are not set yet, as in NEURON
        self._nowhere = NumberRef(0.0)
        self._references: list[Reference] = [self._nowhere] * size

    def __len__(self) -> int:
        raise TypeError("Most HocObject have no len()")

    def __bool__(self) -> bool:
        return True


def _size(pointers: PtrVector, given: Arguments) -> int:
    """Returns the number of places."""
    return len(pointers._references)


def _resize(pointers: PtrVector, given: Arguments) -> int:
    """Sets the number of places."""
    size = int(given.checked(0, 1, 1e9))
    references = pointers._references
    references[size:] = [pointers._nowhere] * max(size - len(references), 0)
    return size


def _pset(pointers: PtrVector, given: Arguments) -> float:
    """`pset(index, reference)`: sets a place; returns the number there."""
    index, reference = _index(pointers, given), given.reference(1)
    pointers._references[index] = reference
    return reference.get()


def _getval(pointers: PtrVector, given: Arguments) -> float:
    """Returns the number at a place."""
    return pointers._references[_index(pointers, given)].get()


def _setval(pointers: PtrVector, given: Arguments) -> float:
    """`setval(index, value)`: writes the number at a place; returns it."""
    index, value = _index(pointers, given), given.number(1)
    pointers._references[index].set(value)
    return value


def _scatter(pointers: PtrVector, given: Arguments) -> float:
    """Writes the elements of a Vector of the same size to the places."""
    values = _vector_of_size(pointers, given)
    for reference, value in zip(pointers._references, values._buffer.view().tolist(), strict=True):
        reference.set(value)
    return 0.0


def _gather(pointers: PtrVector, given: Arguments) -> float:
    """Reads the numbers at the places into a Vector of the same size."""
    values = _vector_of_size(pointers, given)
    values._buffer.view()[:] = np.array([reference.get() for reference in pointers._references])
    return 0.0


def _label(pointers: PtrVector, given: Arguments) -> str:
    """`label([text])`: sets the name that a Graph would show; returns it."""
    if given.values:
        pointers._label = given.string(0)
    return pointers._label


def _plot(pointers: PtrVector, given: Arguments) -> float:
    """Draws nothing, as in a NEURON without a display."""
    return 0.0


def _index(pointers: PtrVector, given: Arguments) -> int:
    return int(given.checked(0, 0, len(pointers._references) - 1))


def _vector_of_size(pointers: PtrVector, given: Arguments) -> Any:
    vector = given.of_class(0, "Vector")
    if len(vector) != len(pointers._references):
        raise Refusal("Vector and PtrVector differ in size")
    return vector


attach(
    PtrVector,
    {
        "size": _size,
        "resize": _resize,
        "pset": _pset,
        "getval": _getval,
        "setval": _setval,
        "scatter": _scatter,
        "gather": _gather,
        "label": _label,
        "plot": _plot,
    },
)
