"""Geometry and morphologies compared with NEURON's, number by number."""
