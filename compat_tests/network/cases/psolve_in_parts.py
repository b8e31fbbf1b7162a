"""psolve to times that are no multiples of a step, and what t is after each."""

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

pc = h.ParallelContext()
soma = cell("soma", 0.3)
pc.set_gid2node(1, 0)
pc.cell(1, h.NetCon(soma(0.5)._ref_v, None, sec=soma))
pc.spike_record(1, times, ids)
pc.set_maxstep(10)
h.finitialize(-65)
reached = []
for stop in (3, 3.3, 9.99, 10.01, 25, 40):
    pc.psolve(stop)
    reached.append(h.t)
result = {"times": times, "reached": reached}
