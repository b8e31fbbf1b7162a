"""A widget does not touch the value it shows; the statements around it do, as session files have them."""

from neuron import h

h.load_file("stdrun.hoc")
h("""
x = 3
y = 4
strdef s
s = "label"
xpanel("values", 0)
x = 5
xvalue("x", "x", 1, "y = 7", 0, 0)
xpvalue("y", &y, 1)
xcheckbox("flag", &y, "x = 9")
xstatebutton("state", &x)
xslider(&x, 0, 1)
xvarlabel(s)
xradiobutton("one", "x = 1", 1)
xmenu("menu")
xbutton("more", "y = 3")
xmenu()
xpanel(10, 10)
print x, y, s
""")
