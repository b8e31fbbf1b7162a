"""List.browser, select, accept_action and their like."""

from neuron import h

items = h.List()
items.append(h.Vector())
label = h.ref("")
print(items.browser(), items.browser("title"), items.browser("title", "hname"), items.browser("title", label, "x = 1"))
print(items.select(0), items.select(-1), items.selected(), items.select_action("x"), items.accept_action("y"))
print(items.scroll_pos(), items.scroll_pos(3))
