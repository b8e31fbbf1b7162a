"""What every layer may use: errors, units and constants."""
