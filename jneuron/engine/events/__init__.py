"""The event queue, deliveries and threshold detection inside a compiled program."""
