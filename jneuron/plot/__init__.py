"""Draws what a simulation left: traces, spikes, trees. Needs matplotlib, which is imported when something is drawn."""
