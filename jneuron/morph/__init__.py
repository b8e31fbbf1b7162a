"""Readers of reconstructed morphologies."""
