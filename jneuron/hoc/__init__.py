"""hoc, NEURON's own language: its syntax, and what runs it."""
