"""From the syntax tree of hoc to Python source."""
