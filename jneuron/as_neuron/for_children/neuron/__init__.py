"""What processes find that a script starts: the folder above is in the path that they take over. `neuron` is jneuron."""

import importlib
import sys

# this module makes way for the one that the alias provides
del sys.modules["neuron"]
importlib.import_module("jneuron.as_neuron")
importlib.import_module("neuron")
