"""Tests of what NEURON does not do."""
