"""Kernels of mechanisms against NEURON's own generated code."""
