"""Mechanisms whose C runs on the host, while programs run: their own state goes back when a run is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from jneuron.ir.mechanism_type import Host
from jneuron.lower.program import Lowered


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
        for host in self.hosts:
            host.services.quiet = True
        try:
            yield
        finally:
            for host in self.hosts:
                host.services.quiet = False
            for snapshot in now:
                snapshot.restore()

    def run(self, program: Callable[[], Any]) -> Any:
        """Runs a program; raises what C code raised in it as it was raised."""
        try:
            return program()
        except Exception:
            failures = [host.failure for host in self.hosts if host.failure is not None]
            for host in self.hosts:
                host.failure = None
            if failures:
                self.go_back()
                raise failures[0] from None
            raise
