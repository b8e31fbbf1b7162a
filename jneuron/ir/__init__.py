"""The types that flow from one layer to the next."""
