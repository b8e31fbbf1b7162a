"""NEURON's units as factors: a number times a unit is the number in NEURON's default unit of that kind."""

# what NEURON calculates in
mM = ms = mV = um = μm = 1

# concentration
M, uM, nM = 1e3, 1e-3, 1e-6
μM = uM

# time
us, s = 1e-3, 1e3
μs, sec = us, s
minute, hour, day = 60 * s, 3600 * s, 86400 * s

# length
nm, mm, cm, m = 1e-3, 1_000, 10_000, 1_000_000

# voltage
uV, V = 1e-3, 1e3
μV = uV
