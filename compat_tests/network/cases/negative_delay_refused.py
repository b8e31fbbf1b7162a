"""A negative delay is refused, a huge one is not."""

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

soma = cell("soma")
synapse = h.ExpSyn(soma(0.5))
messages = []
for delay in (-1, -1e-9, 0, 1e9):
    try:
        link = h.NetCon(soma(0.5)._ref_v, synapse, 0, delay, 0.01, sec=soma)
        messages.append(f"{link.delay}")
    except RuntimeError as error:
        messages.append(str(error))
link = h.NetCon(soma(0.5)._ref_v, synapse, sec=soma)
link.delay = -2
messages.append(f"{link.delay}")
result = {"messages": messages}
