"""A Graph as hoc code uses it, methods without parentheses too."""

from neuron import h

h.load_file("nrngui.hoc")
h("""
objref g, vec
create soma
access soma
g = new Graph()
g.size(0, 10, -80, 40)
g.addvar("soma.v(.5)")
g.addexpr("v(.5)*2", 2, 2)
g.beginline()
for i = 0, 3 { g.line(i, i^2) }
g.flush
print g.view_count, g.size(1)
vec = new Vector(5)
vec.indgen(.1)
vec.line(g, .5)
vec.mark(g, .5, "o")
graphList[0].append(g)
print graphList[0].count, object_id(graphItem)
graphItem = g
print graphItem
objref graphItem
print graphItem, g
tstop = 1
run()
print graphList[0].count, t
""")
