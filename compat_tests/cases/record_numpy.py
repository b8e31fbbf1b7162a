"""Records read through numpy: as_numpy shares memory, np.array copies."""
import numpy as np

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.dur, clamp.amp = 5, 60
v = h.Vector().record(soma(0.5)._ref_v)
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
h.continuerun(6)
peak = int(np.argmax(np.array(v)))
view = v.as_numpy()
view[0] = 123
result = {
    "v": v,
    "peak": peak,
    "peak_time": np.array(t)[peak],
    "shared": v.x[0],
    "mean": float(np.mean(v.as_numpy()[:peak])),
    "types": [type(v.to_python()).__name__, type(v.as_numpy()).__name__, str(v.as_numpy().dtype)],
}
