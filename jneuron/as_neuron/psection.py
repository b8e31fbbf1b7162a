"""The module `neuron.psection`."""

from __future__ import annotations

from typing import Any


def psection(sec: Any) -> dict[str, Any]:
    """Returns everything about a section as a dictionary."""
    return sec.psection()  # type: ignore[no-any-return]
