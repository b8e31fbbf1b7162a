"""A new threshold between two runs, below and above the voltage."""

from neuron import h

h.load_file("stdrun.hoc")


def cell(name, drive=0.0, diam=20):
    soma = h.Section(name=name)
    soma.L = soma.diam = diam
    soma.insert("hh")
    if drive:
        clamp = h.IClamp(soma(0.5))
        clamp.delay, clamp.dur, clamp.amp = 1, 1e9, drive
        clamps.append(clamp)
    return soma


clamps = []

times, ids = h.Vector(), h.Vector()

soma = cell("soma", 0.3)
link = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
link.record(times, ids, 1)
h.finitialize(-65)
for stop, threshold in ((15, 30), (25, -50), (32, 10), (60, 0)):
    h.continuerun(stop)
    link.threshold = threshold
result = {"times": times, "threshold": link.threshold}
