"""The clipboard: two Vectors, copied in and out, and read from a file."""

from neuron import h

h.load_file("stdrun.hoc")
x, y = h.Vector([1, 2]), h.Vector([3, 4])
h.clipboard_set(x, y)
print(h.hoc_obj_[0].to_python(), h.hoc_obj_[1].to_python())
x.x[0] = 9
print(h.hoc_obj_[1].to_python())
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "clip.dat")
for text in ("label:abc\n3\n1 10\n2 20\n3 30\n", "2\n1 10\n2 20\n", "1 10\n2 20\n3 30\n"):
    with open(path, "w") as file:
        file.write(text)
    h.clipboard_retrieve(path)
    print(h.hoc_obj_[0].to_python(), h.hoc_obj_[1].to_python(), h.hoc_obj_[0].label())
print(h.clipboard_retrieve("no_such_file"))
print(h.hoc_obj_[0].to_python())
