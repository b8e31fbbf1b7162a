"""Builds programs: gathers the instances of each mechanism into columns, resolves ions, pointers and connections."""
