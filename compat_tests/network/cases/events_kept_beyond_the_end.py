"""Events due after tstop come in the next continuerun."""

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
c = h.IntFire1()
links = [h.NetCon(soma(0.5)._ref_v, c, 0, 15, 2, sec=soma), h.NetCon(c, None)]
links[1].record(times, ids, 1)
h.finitialize(-65)
counts = []
for stop in (10, 16.02, 16.05, 17.3, 40):
    h.continuerun(stop)
    counts.append(len(times))
result = {"times": times, "counts": counts}
