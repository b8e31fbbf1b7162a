"""Packages that build on NEURON, unmodified, through the alias."""
