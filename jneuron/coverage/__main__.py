"""`python -m jneuron.coverage [FILE]`: writes the coverage table, to docs/coverage.md unless told otherwise."""

from __future__ import annotations

import sys
from pathlib import Path

from jneuron.coverage.count import areas
from jneuron.coverage.table import render

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/coverage.md")
    target.write_text(render(areas()), encoding="utf-8")
    print(target)
