"""hoc at work: the interpreter, its symbol tables, templates and built-in functions."""
