"""VecWrap keeps curves."""

from neuron import h

h.load_file("stdlib.hoc")
h.load_file("vecwrap.hoc")
h("""
objref w, x, y
w = new VecWrap(1)
x = new Vector(5)
x.indgen()
y = x.c.mul(2)
y.label("double")
w.input(x, y)
w.input(y, x)
print w, w.list.count, w.g, w.b
objref a, b
for w.lines(a, b) {
  print a.sum, b.sum, b.label
  a.add(1)
}
print w.list.o(1).sum, w.list.o(3).sum
""")
