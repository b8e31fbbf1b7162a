"""What of NEURON's interface works here, counted against NEURON's own names."""
