"""The objects of the run library, their names, and the numbers that they take up."""

from neuron import h

print(h.hoc_obj_, h.hoc_obj_[0], h.hoc_obj_[1], len(h.hoc_obj_))
h.load_file("stdrun.hoc")
print(h.graphList, list(h.graphList), h.flush_list, h.fast_flush_list, h.hoc_sf_, h.movie_timer, h.cvode)
print(h.graphItem, h.tobj, h.tobj1, h.pyobj, h.tempobj, h.movierunbox, h.clipboard_file[0], h.clipboard_file[1])
print(h.List(), h.StringFunctions(), h.Timer("x"), h.Vector(), h.CVode())
h.load_file("nrngui.hoc")
print(h.List(), h.StringFunctions(), h.Timer("x"), h.Vector(), h.PWManager())
for name in ("graphItem", "graphList", "hoc_sf_", "nrnmainmenu_", "tempobj2"):
    print(name, h.name_declared(name))
