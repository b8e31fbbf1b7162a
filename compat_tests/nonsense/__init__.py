"""Nonsense in place of each argument: refused, and nothing is harmed."""
