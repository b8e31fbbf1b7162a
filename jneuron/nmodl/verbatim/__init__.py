"""The C of VERBATIM blocks: read, typed, and written as Python that runs on the host with C's meaning."""
