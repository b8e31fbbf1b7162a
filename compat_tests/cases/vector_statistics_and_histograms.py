"""histogram, hist, sumgauss, inf, spikebin, trigavg, fit-free statistics."""
from neuron import h

v = h.Vector([0.5, 1, 1.5, 2, 2, 3.7, 4, 5, 7, -1])
signal = h.Vector([0, 1, 5, 7, 3, 0, -2, 6, 8, 1, 0, 9, 2])
result = {
    "histogram": v.histogram(0, 5, 1), "hist": h.Vector().hist(v, 0, 5, 1), "sumgauss": v.sumgauss(0, 5, 0.5, 0.3),
    "sumgauss_weights": v.sumgauss(0, 5, 0.5, 0.3, h.Vector(10).indgen()), "inf": h.Vector().inf(h.Vector([0, 0, 1, 1]), 0.5, 1, 2, 3, 4, 5),
    "spikebin": h.Vector().spikebin(signal, 4), "trigavg": h.Vector().trigavg(signal, h.Vector([3, 6]), 1, 2),
    "var_part": [v.var(2, 6), v.stdev(1, 4), v.stderr(0, 3)],
}
