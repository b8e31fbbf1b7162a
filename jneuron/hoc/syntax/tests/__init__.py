"""Tests of hoc's syntax."""
