"""Tests of the command `jneuron`, each in a process of its own."""
