"""apply, reduce, sin, sigmoid, random fills, from_double and to numpy."""
import numpy as np

from neuron import h

random = h.Random()
random.Random123(1, 2, 3)
random.uniform(-1, 1)
result = {
    "sin": h.Vector(8).sin(2, 0.5, 0.1), "apply": h.Vector([0.1, 0.2]).apply("exp"), "reduce": h.Vector([1, 2, 3]).reduce("sqrt", 10),
    "setrand": h.Vector(6).setrand(random), "addrand": h.Vector(6, 1).addrand(random), "setrand_part": h.Vector(6).setrand(random, 2, 4),
    "uniform": h.Vector([random.repick() for _ in range(3)]), "numpy": list(np.array(h.Vector([1, 2, 3])) * 2),
    "floor": h.Vector([1.7, -1.7]).floor(), "sum_of_list": sum(h.Vector([1, 2, 3])),
}
view = h.Vector([1, 2, 3])
view.as_numpy()[1] = 50
result["through_view"] = view
