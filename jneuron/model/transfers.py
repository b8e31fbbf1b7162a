"""Variables that follow others from step to step: what gap junctions between cells are made of.

A source has an id; any number of targets follow it. What has been declared takes effect with `set_up`, which puts the work off
until the model's structure is next looked at, where that has changed: only then is a missing source found.
"""

from __future__ import annotations

from dataclasses import dataclass

from jneuron.base.errors import HocError
from jneuron.model.references import ColumnReference


@dataclass(frozen=True, slots=True)
class TransferDecl:
    """One target and the source it follows."""

    source: ColumnReference
    target: ColumnReference


class Transfers:
    """All sources and targets.

    Attributes:
        sources: The sources by id.
        targets: The targets, each with the id of its source.
        active: What is carried out.
        version: Grows with every change of that.
        is_asked: Whether `set_up` has been called since something was declared.
        is_put_off: Whether its work is still to be done.
    """

    def __init__(self) -> None:
        self.sources: dict[int, ColumnReference] = {}
        self.targets: list[tuple[ColumnReference, int]] = []
        self.active: list[TransferDecl] = []
        self.version = 0
        self.is_asked, self.is_put_off = True, False

    def add_source(self, number: int, reference: ColumnReference) -> None:
        """Gives a variable an id."""
        self.sources[number] = reference
        self._declared()

    def add_target(self, reference: ColumnReference, number: int) -> None:
        """Lets a variable follow the source with an id."""
        self.targets.append((reference, number))
        self._declared()

    def _declared(self) -> None:
        self.is_asked = False
        self.version += 1

    def set_up(self, *, put_off: bool) -> None:
        """Lets every target follow its source, now or when the structure is next looked at; see `settle`."""
        self.is_asked, self.is_put_off = True, True
        self.version += 1
        if not put_off:
            self.is_put_off = False
            self._link()

    def settle(self) -> None:
        """Does what has been put off.

        Raises:
            HocError: Something was declared after the last `set_up`, or a source is missing; then nothing is carried out.
        """
        if not self.is_asked:
            raise HocError("hocobj_call error: hoc_execerror: ParallelContext.setup_transfer() needs to be called.")
        if self.is_put_off:
            self._link()
            self.is_put_off = False

    def _link(self) -> None:
        self.active = []
        active = []
        for target, number in self.targets:
            source = self.sources.get(number)
            if source is None:
                raise HocError(f"hocobj_call error: hoc_execerror: No source_var for target_var sid = {number}\n")
            active.append(TransferDecl(source, target))
        self.active = active

    def clear(self) -> None:
        """Forgets everything."""
        self.sources.clear()
        self.targets.clear()
        self.active = []
        self.is_asked, self.is_put_off = True, False
        self.version += 1

    def carry_out(self) -> None:
        """Gives every target the present value of its source."""
        values = [(decl.target, decl.source.get()) for decl in self.active if decl.source.alive and decl.target.alive]
        for target, value in values:
            target.set(value)
