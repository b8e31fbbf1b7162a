"""hoc scripts that run under NEURON and under jneuron: one claim each."""
