"""lambda_f and the d_lambda rule give NEURON's nseg."""
from neuron import h

h.load_file("stdlib.hoc")
dend = h.Section(name="dend")
taper = h.Section(name="taper")
dend.L, dend.diam, dend.Ra, dend.cm = 730, 1.3, 150, 1.2
taper.pt3dadd(0, 0, 0, 5)
taper.pt3dadd(100, 0, 0, 2)
taper.pt3dadd(500, 0, 0, 0.4)
lambdas, segments = [], []
for sec in (dend, taper):
    for frequency in (50, 100, 1000):
        lambdas.append(h.lambda_f(frequency, sec=sec))
    sec.nseg = int((sec.L / (0.1 * h.lambda_f(100, sec=sec)) + 0.9) / 2) * 2 + 1
    segments.append(sec.nseg)
result = {"lambdas": lambdas, "segments": segments}
