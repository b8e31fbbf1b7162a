"""Files of the library that only bring windows or tools load once."""
from neuron import h

for name in "nrngui.hoc stdgui.hoc noload.hoc family.hoc shapebox.hoc wingroup.hoc pointbsr.hoc atoltool.hoc movierun.hoc".split():
    print(name, h.load_file(name), h.load_file(name))
for name in "loadbal.hoc binfo.hoc gatherv.hoc vplay.hoc showmech.hoc subiter.hoc mkcurve.hoc impedanx.hoc mulfit.hoc".split():
    print(name, h.load_file(name))
print(h.load_file("no_such_file_anywhere.hoc"))
print(h.load_file("stdlib.hoc", "String"), h.load_file("family.hoc", "Family"))
