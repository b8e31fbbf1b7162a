"""hoc as text: lexer, syntax tree, parser, and the Python that the tree means."""
