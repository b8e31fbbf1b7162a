"""Runs scripts under NEURON.

python -m jneuron.validate.run_neuron script.py [args]      prints how it went and what it left
python -m jneuron.validate.run_neuron --serve               answers a `Runner`
"""

from __future__ import annotations

import sys

from jneuron.validate.one_run import main


def load_neuron() -> None:
    """Imports NEURON; without it there is nothing to compare with."""
    try:
        import neuron  # noqa: F401
    except ImportError as missing:
        raise SystemExit("NEURON is not installed here: pip install neuron==9.0.2") from missing


if __name__ == "__main__":
    main(sys.argv[1:], load_neuron)
