"""What a program depends on: when it changes, the model is lowered again."""

from __future__ import annotations

from typing import Any

from jneuron.model.model import Model
from jneuron.model.table import Table


class Structure:
    """Looks at a model before every step, so it keeps where to look."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._n_table = 0
        self._with_switch: list[Table] = []

    def shape(self) -> tuple[int, int]:
        """Returns what is equal as long as there are the same sections, mechanisms and connections, as long and as thick."""
        return self._model.changes.topology, self._model.changes.geometry

    def signature(self) -> tuple[Any, ...]:
        """Returns what is equal as long as the program serves: counters of changes, and numbers that decide about its code."""
        model = self._model
        if self._n_table != len(model.tables):
            self._n_table = len(model.tables)
            self._with_switch = [t for n, t in model.tables.items() if n.endswith("@global") and "usetable" in t]
        switches = tuple([float(table.column("usetable")[0]) for table in self._with_switch])
        second_order = float(model.tables["hoc"].column("secondorder")[0])
        return (
            *self.shape(),
            model.probes.version,
            model.transfers.version,
            second_order,
            switches,
        )
