"""NEURON's interface: handles with identity and manners, and no numbers of their own."""
