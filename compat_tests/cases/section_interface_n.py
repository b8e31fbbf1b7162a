"""NEURON 9's other top-level object `n` gives the same simulator as `h`."""
from neuron import h, n

soma = n.Section("soma")
soma.insert(n.hh)
soma.L = 33
lines = [str(sec) for sec in h.allsec()] + [str(soma), type(soma(0.5)).__name__]
n.finitialize(-65)
n.fadvance()
result = {"lines": lines, "v": soma(0.5).v, "t": [n.t, h.t], "same_celsius": n.celsius == h.celsius}
