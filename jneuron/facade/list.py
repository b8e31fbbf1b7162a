"""`h.List`: objects in a row, or all living objects of one class."""

from __future__ import annotations

import gc
import operator
import weakref
from collections.abc import Callable, Iterator
from typing import Any

from jneuron.base.errors import UnsupportedError
from jneuron.facade import objects as living
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords, really, refuse
from jneuron.facade.hoc_names import hoc_class
from jneuron.facade.objects import HocObject, let_go


class List(HocMethodsObject):
    """NEURON's List: `List()` holds what is appended, `List("Vector")` shows every living Vector."""

    hoc_name = "List"
    __slots__ = ("_living", "_objects")
    _objects: list[Any]
    _living: LivingObjects | None

    def __init__(self, *values: Any, **keywords: Any) -> None:
        if keywords:
            check_keywords(keywords)
        HocObject.__init__(self)
        _set_objects(self, [])
        _set_living(self, None)
        if values:
            self._take(Arguments("List", values), values)

    def _take(self, given: Arguments, values: tuple[Any, ...]) -> None:
        try:
            if given.is_string(0):
                _set_living(self, LivingObjects(hoc_class(self.session, given.string(0))))
            elif not given.is_number(0):
                raise Refusal(f"bad stack access: expecting double; really {really(values[0])}")
        except Refusal as refusal:
            refuse(refusal, "List", values)

    def __del__(self) -> None:
        if living.leaving():
            return
        held = getattr(self, "_objects", None)
        if held:
            let_go(held)
        HocObject.__del__(self)

    def _items(self) -> list[Any]:
        return self._objects if self._living is None else self._living.items()

    def _changeable(self, method: str) -> list[Any]:
        if self._living is not None:
            raise UnsupportedError(
                f"List.{method} on a list of all objects of a class", "such a list shows what lives.", "use a plain List()."
            )
        return self._objects

    def __len__(self) -> int:
        return len(self._items())

    def __bool__(self) -> bool:
        return bool(self._items())

    def __iter__(self) -> Iterator[Any]:
        # a generator holds the List, which would take its objects with it
        yield from self._items()

    def __contains__(self, item: object) -> bool:
        return any(item is each or item == each for each in self._items())

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        try:
            return self._items()[operator.index(index)]
        except IndexError:
            raise IndexError(self.hname()) from None

    def __setitem__(self, index: Any, value: Any) -> None:
        raise TypeError("unsubscriptable object")

    def __delitem__(self, index: Any) -> None:
        raise TypeError("unsubscriptable object")


# past the class's own __setattr__, which is for users
_set_objects: Callable[[List, list[Any]], None] = List.__dict__["_objects"].__set__
_set_living: Callable[[List, Any], None] = List.__dict__["_living"].__set__


class LivingObjects:
    """The living objects of a class, in order of their numbers.

    The garbage collector's list is searched again only when an object of the class was made or died since.
    """

    def __init__(self, cls: type[HocObject]) -> None:
        self._class = cls
        self._n_created = -1
        self._found: list[weakref.ref] = []

    def items(self) -> list[Any]:
        """Returns the objects."""
        n_created = self._class.session.object_numbers[self._class.hoc_name].n_created
        found = [reference() for reference in self._found]
        if n_created != self._n_created or None in found:
            found = [item for item in gc.get_objects() if type(item) is self._class and hasattr(item, "_hoc_index")]
            found.sort(key=operator.attrgetter("_hoc_index"))
            self._found = [weakref.ref(item) for item in found]
            self._n_created = n_created
        return found


def _append(objects: List, given: Arguments) -> float:
    """Adds an object at the end; returns the number of objects. None is left out."""
    return _insert(objects, given, 0, len(objects))


def _prepend(objects: List, given: Arguments) -> float:
    """Adds an object at the beginning; returns the number of objects. None is left out."""
    return _insert(objects, given, 0, 0)


def _insrt(objects: List, given: Arguments) -> float:
    """`insrt(index, object)`: adds an object before another; returns the number of objects. None is left out."""
    return _insert(objects, given, 1, int(given.checked(0, 0, len(objects))))


def _insert(objects: List, given: Arguments, index: int, place: int) -> float:
    item = given.object(index)
    items = objects._changeable(given.method)
    if item is not None:
        items.insert(place, item)
    return float(len(items))


def _remove(objects: List, given: Arguments) -> float:
    """Takes out the object at an index; returns how many are left."""
    index = int(given.checked(0, 0, len(objects) - 1))
    items = objects._changeable("remove")
    let_go(items, index, index + 1)
    return float(len(items))


def _remove_all(objects: List, given: Arguments) -> float:
    """Takes out all objects."""
    let_go(objects._changeable("remove_all"))
    return 0.0


def _count(objects: List, given: Arguments) -> int:
    """Returns the number of objects."""
    return len(objects)


def _object(objects: List, given: Arguments) -> Any:
    """Returns the object at an index."""
    return objects._items()[int(given.checked(0, 0, len(objects) - 1))]


def _index(objects: List, given: Arguments) -> int:
    """Returns the index of an object, -1 if it is not there.

    What is not NEURON's own is never found: NEURON wraps a Python object anew whenever it is passed.
    """
    wanted = given.object(0)
    if not isinstance(wanted, HocObject):
        return -1
    return next((index for index, item in enumerate(objects._items()) if item is wanted), -1)


def _shows_nothing(objects: List, given: Arguments) -> float:
    """Does nothing, as in a NEURON without a display."""
    return 1.0


def _selected(objects: List, given: Arguments) -> int:
    """Returns -1: nothing can be selected without a display."""
    return -1


def _scroll_pos(objects: List, given: Arguments) -> float:
    """Returns -1: nothing scrolls without a display."""
    return -1.0


attach(
    List,
    {
        "append": _append,
        "prepend": _prepend,
        "insrt": _insrt,
        "remove": _remove,
        "remove_all": _remove_all,
        "count": _count,
        "o": _object,
        "object": _object,
        "index": _index,
        "browser": _shows_nothing,
        "select": _shows_nothing,
        "select_action": _shows_nothing,
        "accept_action": _shows_nothing,
        "selected": _selected,
        "scroll_pos": _scroll_pos,
    },
)
