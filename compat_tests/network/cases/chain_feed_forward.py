"""Three layers of four cells, every cell on every one of the next layer."""

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

layers = [[cell(f"soma[{k}][{i}]") for i in range(4)] for k in range(3)]
synapses = {soma: h.ExpSyn(soma(0.5)) for layer in layers for soma in layer}
links = []
for k in range(2):
    for i, source in enumerate(layers[k]):
        for j, target in enumerate(layers[k + 1]):
            links.append(h.NetCon(source(0.5)._ref_v, synapses[target], 0, 1 + 0.4 * i + 0.1 * j, 0.012, sec=source))
stims = []
for i, soma in enumerate(layers[0]):
    stim = h.NetStim()
    stim.start, stim.number, stim.interval = 2 + 0.3 * i, 3, 11
    stims.append((stim, h.NetCon(stim, synapses[soma], 0, 0.5, 0.04)))
for k, layer in enumerate(layers):
    for i, soma in enumerate(layer):
        link = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
        link.record(times, ids, 10 * k + i)
        links.append(link)
h.finitialize(-65)
h.continuerun(50)
result = {"times": times, "ids": ids}
