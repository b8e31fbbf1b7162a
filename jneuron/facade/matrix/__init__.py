"""NEURON's Matrix."""
