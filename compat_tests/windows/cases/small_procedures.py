"""set_v_init, set_ra, stoppedrun, runbutton, classname, object_index, valid_name_syntax."""

from neuron import h

h.load_file("stdrun.hoc")
one, two = h.Section(name="one"), h.Section(name="two")
print(h.set_v_init(-70), h.v_init, h.set_v_init(-60), h.v_init)
print(h.set_ra(), one.Ra, h.set_ra(80), one.Ra, two.Ra, h.global_ra)
print(h.stoppedrun(), h.runbutton(), h.stoppedrun(), h.stoprun)
h.running_ = 1
h.runbutton()
print(h.t, h.running_, h.stoprun)
text = h.ref("")
h.classname(h.List(), text)
print(text[0], h.object_index(h.graphList[2]))
for name in ("a1", "a-1", "", "1a", "a b", "_x"):
    print(repr(name), h.valid_name_syntax(name, 0))
