"""NEURON's windows, as a NEURON without a display has them: every call is taken, nothing appears.

A Graph keeps what it would have shown, which NEURON's does not, so that a run's curves can be read and drawn afterwards.
"""
