"""AlphaSynapse: onset, tau and gmax; two of them, one before the start of the run."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
first = h.AlphaSynapse(soma(0.5))
first.onset, first.tau, first.gmax, first.e = 1, 0.7, 0.5, 0
second = h.AlphaSynapse(soma(0.5))
second.onset, second.tau, second.gmax, second.e = -1, 2, 0.2, -80
v = h.Vector().record(soma(0.5)._ref_v)
i = h.Vector().record(first._ref_i)
h.finitialize(-65)
h.continuerun(12)
result = {"v": v, "i": i}
