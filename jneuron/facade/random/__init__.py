"""NEURON's Random: its generators, its distributions, and playing draws into variables."""
