"""Objects and strings of the run library can be assigned, from both languages."""

from neuron import h

h.load_file("stdrun.hoc")
g = h.Graph()
h.graphItem = g
h.temp_string_ = "one"
h.hoc_obj_[1] = g
print(h.graphItem, h.temp_string_, h.hoc_obj_[1])
h("print graphItem, temp_string_, hoc_obj_[1]")
h('temp_string_ = "two"')
h("graphItem = graphList[2]")
h("hoc_obj_[0] = new Vector(3)")
print(h.graphItem, h.temp_string_, h.hoc_obj_[0])
h("objref graphItem")
print(h.graphItem)
for action in (lambda: setattr(h, "tstr", 4), lambda: h.graphList[4], lambda: h._ref_graphItem):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
box = h._ref_temp_string_
print(box[0])
