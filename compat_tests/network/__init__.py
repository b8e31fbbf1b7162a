"""Networks: the same spike trains as NEURON, and what they cost."""
