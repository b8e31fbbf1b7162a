"""String, from both languages."""

from neuron import h

h.load_file("stdlib.hoc")
s = h.String("abc")
print(s, s.s, h.String().s, h.String("a", "b").s)
s.s = "changed"
print(s.s)
h("""
objref a, list
strdef text
a = new String("one two")
print a, a.s
text = a.s
a.s = "three"
print text, a.s
hoc_sf_.head("x=5", "=", a.s)
print a.s
sprint(a.s, "%d-%s", 3, "x")
print a.s
list = new List()
for i = 0, 2 list.append(new String("item"))
sprint(list.o(1).s, "%s%d", list.o(1).s, 1)
for i = 0, 2 print list.o(i), list.o(i).s
""")
for action in (lambda: h.String(3), lambda: s.other, lambda: setattr(s, "s", 4)):
    try:
        print(action())
    except Exception as error:
        print(error)
