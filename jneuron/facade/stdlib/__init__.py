"""What NEURON's hoc library defines beside the run system: variables, procedures and templates, written natively."""
