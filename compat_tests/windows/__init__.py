"""Windows, panels, session files and the library's templates: the same as a NEURON without a display."""
