"""The language kit both front ends are built with: sources, spans, excerpts, and loading of emitted Python."""
