"""NEURON's own names, for the answer to what is not there yet: `inventory.json`, read when it is first needed.

`h`: name -> kind and the library file that defines it (empty for what is always there). `keyword_types`: hoc's keywords with
NEURON's number for them. `classes`, `objects`, `python_modules`: members by class, kind of object, module.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def inventory() -> dict[str, Any]:
    """Returns the inventory."""
    # lazily: most sessions never ask
    import json

    return json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]
