"""Tests that need the whole of jneuron: the same scripts under NEURON and under jneuron."""
