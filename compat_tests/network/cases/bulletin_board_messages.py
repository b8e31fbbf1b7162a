"""Messages posted, looked at and taken: numbers, strings, Vectors, packed or not."""

from neuron import h

h.load_file("stdrun.hoc")
pc = h.ParallelContext()
a, b, text, vector = h.ref(0), h.ref(0), h.ref(""), h.Vector()
log = [pc.post("a", 5), pc.look("a"), pc.look("none"), pc.take("a")]
pc.post("b", 1, 2, "word", h.Vector([1, 2, 3]))
log += [pc.take("b", a, b, text, vector), a[0], b[0]]
pc.post("c", 3)
log += [pc.look_take("c", a), a[0], pc.look_take("c")]
pc.pack(1, 2)
pc.pack("s")
pc.post("d")
log += [pc.take("d"), pc.upkscalar(), pc.upkscalar()]
other = h.ref("")
pc.upkstr(other)
pc.post("k", 1)
pc.post("k", 2)
log += [pc.take("k"), pc.upkscalar(), pc.take("k"), pc.upkscalar()]
pc.post(7, 1.5)
log += [pc.take(7), pc.upkscalar()]
pc.post("o", {"key": [1, 2]})
pc.take("o")
result = {"log": [float(x) for x in log], "text": [text[0], other[0]], "vector": vector, "object": repr(pc.upkpyobj())}
