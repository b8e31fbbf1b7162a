"""The least that a Vector needs of a session."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from jneuron.facade.list import List
from jneuron.facade.objects import bind
from jneuron.facade.pointers import Pointer, PtrVector
from jneuron.facade.vector.methods import Vector
from jneuron.model.probes import Probes


class LeastSession:
    """Counts objects, knows no sections, and remembers the statements it should execute."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.model = SimpleNamespace(sections={0: "a section"}, probes=Probes())
        self.executed: list[str] = []
        self.h = Names(self)

    def next_object_index(self, class_name: str) -> int:
        self.counts[class_name] = self.n_created(class_name) + 1
        return self.counts[class_name] - 1

    def n_created(self, class_name: str) -> int:
        return self.counts.get(class_name, 0)

    def hoc(self, name: str) -> float:
        return {"float_epsilon": 1e-11}[name]


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
