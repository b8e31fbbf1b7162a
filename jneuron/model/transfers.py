"""Variables that follow others from step to step: what gap junctions between cells are made of.

A source has an id; any number of targets follow it. What has been declared takes effect with `set_up`.
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
    """

    def __init__(self) -> None:
        self.sources: dict[int, ColumnReference] = {}
        self.targets: list[tuple[ColumnReference, int]] = []
        self.active: list[TransferDecl] = []
        self.version = 0

    def set_up(self) -> None:
        """Lets every target follow its source from now on; nothing does where a source is missing."""
        self.version += 1
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
        self.version += 1

    def carry_out(self) -> None:
        """Gives every target the present value of its source."""
        values = [(decl.target, decl.source.get()) for decl in self.active if decl.source.alive and decl.target.alive]
        for target, value in values:
            target.set(value)
