"""Runs scripts under jneuron, which stands in for NEURON.

python -m jneuron.validate.run_jneuron script.py [args]     prints how it went and what it left
python -m jneuron.validate.run_jneuron --serve              answers a `Runner`
"""

from __future__ import annotations

import sys

from jneuron.validate.one_run import main


def load_jneuron() -> None:
    """Puts jneuron where `import neuron` looks; imports no JAX, so that the process may fork."""
    import jneuron.as_neuron  # noqa: F401


if __name__ == "__main__":
    main(sys.argv[1:], load_jneuron)
