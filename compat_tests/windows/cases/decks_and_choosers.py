"""Deck, SymChooser, TextEditor, ValueFieldEditor, SectionBrowser, PWManager."""

from neuron import h

deck = h.Deck()
for name in ["flip_to", "map", "move_last", "remove", "remove_last", "save", "unmap"]:
    print(name, getattr(deck, name)(), getattr(deck, name)(1))
print(deck.intercept(1), deck.intercept(0))
chooser = h.SymChooser("title")
print(chooser, chooser.run(), chooser.text(h.ref("")), h.SymChooser())
print(h.TextEditor().map(), h.TextEditor("text").readonly(), h.ValueFieldEditor().default())
browser = h.SectionBrowser()
print(browser.select(), browser.select_action("x"), browser.accept_action("y"))
manager = h.PWManager()
names = "close deiconify hide iconify map save snap deco landscape paper_place printfile window_place count group is_mapped leader manager"
for name in names.split():
    print(name, getattr(manager, name)(), getattr(manager, name)(1))
print(manager.scale(1), h.PWManager())
