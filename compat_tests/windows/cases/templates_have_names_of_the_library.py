"""A template's own strings and objects may have names that the library uses."""

from neuron import h

h.load_file("nrngui.hoc")
h.tstr = "first"
h("""
begintemplate Own
public tobj, tstr, graphItem
objref tobj, graphItem
strdef tstr
proc init() { tstr = "mine"  tobj = new List() }
endtemplate Own
objref o
o = new Own()
print o.tstr, o.graphItem
print tstr
print o.tobj.count
""")
h.tstr = "top"
print(h.tstr, h.o.tstr)
