"""What the user declared, in host columns with stable row ids."""
