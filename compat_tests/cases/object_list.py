"""h.List: append, prepend, insrt, remove, index, count, iteration, and lists of a class."""
from neuron import h

stims = [h.NetStim() for _ in range(3)]
items = h.List()
for stim in stims:
    items.append(stim)
items.prepend(h.Vector([1, 2]))
items.insrt(2, h.Vector([3]))
lines = [str(item) for item in items]
lines += [str(items.count()), str(items.o(1)), str(items.object(0)), str(items.index(stims[2])), str(len(items)), str(items[3])]
items.remove(0)
lines += [str(item) for item in items]
items.remove_all()
lines.append(str(items.count()))
of_class = h.List("NetStim")
lines += [str(of_class.count()), str(of_class.o(2))]
del stims[0], stim
lines.append(" ".join(str(item) for item in of_class))
lines.append(str(stims[0] in of_class))
result = {"lines": lines}
