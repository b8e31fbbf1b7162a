"""SaveState in the middle of a network run, and the same rest of it twice."""

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

somas = [cell(f"soma[{k}]", 0.2) for k in range(3)]
synapses = [h.ExpSyn(s(0.5)) for s in somas]
links = [h.NetCon(somas[k](0.5)._ref_v, synapses[(k + 1) % 3], 0, 4, 0.01, sec=somas[k]) for k in range(3)]
for k, link in enumerate(links):
    link.record(times, ids, k)
h.finitialize(-65)
h.continuerun(15)
state = h.SaveState()
state.save()
h.continuerun(40)
first = [list(times), list(ids)]
state.restore()
again = h.Vector().record(somas[0](0.5)._ref_v)
h.continuerun(40)
result = {"first": first[0], "ids": first[1], "v": [s(0.5).v for s in somas], "t": h.t}
