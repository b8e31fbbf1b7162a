"""A session whose top level has the classes of these tests only, and remembers statements instead of executing them."""

from __future__ import annotations

from typing import Any

from jneuron.facade.list import List
from jneuron.facade.objects import bind
from jneuron.facade.pointers import Pointer, PtrVector
from jneuron.facade.vector.methods import Vector
from jneuron.session.session import Session


class LeastSession(Session):
    """A session that believes to have a section."""

    def __init__(self) -> None:
        super().__init__()
        self.set_hoc("float_epsilon", 1e-11)
        self.model.sections[0] = None
        self.executed: list[str] = []
        self.h = Names(self)


class Names:
    """Stands for `h`."""

    def __init__(self, session: LeastSession) -> None:
        self._session = session
        self.Vector = bind(Vector, session)
        self.List = bind(List, session)
        self.Pointer = bind(Pointer, session)
        self.PtrVector = bind(PtrVector, session)

    def __call__(self, statement: str) -> Any:
        self._session.executed.append(statement)


class Place:
    """A reference to nothing but itself."""

    def __init__(self, value: float = 0.0) -> None:
        self.value = value

    def get(self) -> float:
        return self.value

    def set(self, value: float) -> None:
        self.value = value
