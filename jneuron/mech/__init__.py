"""The mechanism library: what a simulator can insert, compiled when it is first needed."""
