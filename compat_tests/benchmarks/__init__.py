"""How fast jneuron is beside NEURON, measured in one run on one machine: `pytest compat_tests/benchmarks --benchmark-only`."""
