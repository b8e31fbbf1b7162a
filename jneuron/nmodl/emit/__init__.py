"""From the lowered tree to Python source in an array namespace."""
