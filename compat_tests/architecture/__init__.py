"""Tests of what holds for the project's files as a whole."""
