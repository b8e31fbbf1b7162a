"""What is asked of Vector under both programs: per group, a name for each claim and the Python that shows it."""
