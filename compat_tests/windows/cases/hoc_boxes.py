"""Boxes as a hoc template builds its window."""

from neuron import h

h.load_file("nrngui.hoc")
h("""
begintemplate Win
public box, g, n
objref box, g, deck, this
proc init() {
  n = 3
  box = new VBox()
  box.ref(this)
  box.save("save()")
  box.dismiss_action("gone()")
  box.intercept(1)
  xpanel("panel")
  xpvalue("n", &n, 1, "changed()")
  xbutton("do", "act()")
  xpanel()
  g = new Graph()
  deck = new Deck()
  deck.intercept(1)
  xpanel("inner")
  xpanel()
  deck.intercept(0)
  deck.flip_to(0)
  deck.map()
  box.intercept(0)
  box.map("title", 10, 20, 300, 200)
}
endtemplate Win
objref w, list
w = new Win()
print w, w.box, w.g, w.n, w.box.ismapped
list = new List("VBox")
print list.count
""")
