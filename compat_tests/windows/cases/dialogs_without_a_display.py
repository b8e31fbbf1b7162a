"""Dialogues answer at once."""

from neuron import h

text = h.ref("text")
print(h.boolean_dialog("sure?"), h.boolean_dialog("sure?", "yes", "no"), h.continue_dialog("note"))
print(h.string_dialog("name", text), text[0])
print(h.doEvents(), h.doNotify(), h.pwman_place(1, 2), h.pwman_place(1, 2, 0), h.ivoc_style("a", "b"))
print(h.save_session("never.ses"), h.print_session(0), h.graphmode(1), h.setcolor(3), h.show_winio(0))
import os

print(os.path.exists("never.ses"))
