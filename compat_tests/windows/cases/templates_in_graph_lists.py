"""What is no Graph stays in graphList as long as it says that it is seen, and is plotted at every step."""

from neuron import h

h.load_file("stdrun.hoc")
h("""
create soma
begintemplate Watch
public view_count, begin, plot, flush, fastflush, simgraph, n, last, seen
proc init() { n = 0  last = -1  seen = $1 }
func view_count() { return seen }
proc begin() { n = 0 }
proc plot() { n += 1  last = $1 }
proc flush() {}
proc fastflush() {}
proc simgraph() {}
endtemplate Watch
objref a, b, c
a = new Watch(1)
b = new Watch(1)
c = new Watch(0)
graphList[0].append(a)
graphList[1].append(b)
graphList[2].append(c)
tstop = 2
run()
print a.n, b.n, c.n
print a.last, b.last
print graphList[0].count, graphList[1].count, graphList[2].count
steps_per_ms = 10
run()
print a.n, b.n, t
""")
