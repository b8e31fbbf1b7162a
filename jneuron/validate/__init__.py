"""The comparison with NEURON: one script, both programs, every difference named."""
