"""Solvers for matrices in which every row couples to its parent only."""
