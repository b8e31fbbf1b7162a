"""Mechanisms whose C runs on the host, while programs run: their own state goes back when a run is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from jneuron.base.errors import fail_with
from jneuron.engine.array_ops import FAILURES
from jneuron.ir.mechanism_type import Host
from jneuron.lower.program import Lowered
from jneuron.nmodl.verbatim.files import writing_suspended


class HostedCode:
    """The C code that a program may call.

    Attributes:
        hosts: One for each mechanism that has any.
    """

    def __init__(self, lowered: Lowered) -> None:
        self.hosts: tuple[Host, ...] = tuple(g.type.host for g in lowered.groups if g.type.host is not None)
        self._before_step: list[Any] = []

    def __bool__(self) -> bool:
        return bool(self.hosts)

    def mark(self) -> None:
        """Notes that a step, or several, begin here."""
        self._before_step = self._snapshots()

    def go_back(self) -> None:
        """Forgets what C code did since the mark."""
        for snapshot in self._before_step:
            snapshot.restore()

    def _snapshots(self) -> list[Any]:
        return [host.snapshot() for host in self.hosts]

    @contextmanager
    def repeating(self) -> Iterator[None]:
        """Lets the last step be made once more, without a trace in what C code keeps."""
        now = self._snapshots()
        self.go_back()
        try:
            with writing_suspended():
                yield
        finally:
            for snapshot in now:
                snapshot.restore()

    def run(self, program: Callable[[], Any]) -> Any:
        """Runs a program; raises what C code raised in it, or compiled code refused."""
        result = program()
        failures = [host.failure for host in self.hosts if host.failure is not None]
        messages = FAILURES[:]
        FAILURES.clear()
        for host in self.hosts:
            host.failure = None
        if failures or messages:
            self.go_back()
        if failures:
            raise failures[0]
        if messages:
            fail_with(messages[0])
        return result
