"""Physical constants with the values NEURON 9 uses.

Source: CODATA 2018 (exact since the SI of 2019).
"""

FARADAY = 96485.33212331001
"""Charge of a mole of electrons [C/mol]."""

GAS_CONSTANT = 8.31446261815324
"""R [J/(mol K)]."""
