"""Grapher: a session's values, and a plot over a variable that executes a statement for each value."""
from neuron import h

h.load_file("nrngui.hoc")
h.load_file("grapher.hoc")
h("""
a = 0
b = 0
n = 0
objref ocbox_
ocbox_ = new Grapher(1)
ocbox_.info("a","a*2", "b = a^2 n += 1", 0, 5, 0, 25, 10, 0, 5)
ocbox_.g.addexpr("b")
print ocbox_, ocbox_.g, ocbox_.vbox, a
ocbox_.doplt()
print a, b, n
ocbox_ = ocbox_.vbox
print ocbox_, grapherlist, temp_object_, temp_string_
""")
