"""NEURON's Vector: the class and its hundred methods, by subject."""
