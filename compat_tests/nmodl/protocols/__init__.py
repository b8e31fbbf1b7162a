"""Every .mod file that client packages ship, under protocols that drive it, in NEURON and in jneuron."""
