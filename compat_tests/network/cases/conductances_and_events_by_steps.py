"""fadvance one by one gives the same train as one run."""

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

somas = [cell(f"soma[{k}]", 0.25 * (k == 0)) for k in range(3)]
synapses = [h.ExpSyn(s(0.5)) for s in somas]
links = [h.NetCon(somas[k](0.5)._ref_v, synapses[k + 1], 0, 1.5, 0.05, sec=somas[k]) for k in range(2)]
for k, link in enumerate(links):
    link.record(times, ids, k)
h.finitialize(-65)
while h.t < 30:
    h.fadvance()
result = {"times": times, "ids": ids}
