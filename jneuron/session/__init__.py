"""The one holder of mutable simulator state."""
