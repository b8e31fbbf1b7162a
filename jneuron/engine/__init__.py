"""Runs compiled programs: pure functions that know neither sections, nor hoc, nor names a user gave."""
