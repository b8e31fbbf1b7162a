"""`python -m jneuron.coverage`: see `jneuron.coverage.cli`."""

from __future__ import annotations

import sys

from jneuron.coverage.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
