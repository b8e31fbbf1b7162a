"""What can be copied and pickled, and what is refused; segments hold no names."""

import copy
import pickle

from neuron import h

soma = h.Section(name="soma")
soma.nseg = 3
soma.insert("hh")
for what in (soma, soma(0.5), h.List(), h.IClamp(soma(0.5))):
    try:
        pickle.dumps(what)
    except TypeError as error:
        print(type(error).__name__, error)
for value in (h.Vector([1, 2, 3]), h.Vector()):
    print(list(pickle.loads(pickle.dumps(value))), list(copy.deepcopy(value)))
print("hh" in soma(0.5), [mechanism.name() for mechanism in soma(0.5)])
print([repr(segment.volume()) for segment in soma])
