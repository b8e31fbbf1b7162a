"""Tests of the hoc interpreter."""
