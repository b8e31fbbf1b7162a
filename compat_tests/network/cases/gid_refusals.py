"""What ParallelContext refuses about gids, in its words."""

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

pc = h.ParallelContext()
soma = cell("soma")
pc.set_gid2node(3, 0)
pc.set_gid2node(4, 0)
link = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
pc.cell(3, link)
synapse = h.ExpSyn(soma(0.5))
other = pc.gid_connect(77, synapse)
messages = []
for attempt in (
    lambda: pc.set_gid2node(-1, 0),
    lambda: pc.set_gid2node(3, 0),
    lambda: pc.set_gid2node(77, 0),
    lambda: pc.cell(9, link),
    lambda: pc.cell(4, link),
    lambda: pc.outputcell(99),
    lambda: pc.threshold(99),
    lambda: pc.gid_connect(3, h.Vector()),
    lambda: pc.gid_connect(3, synapse, link),
):
    try:
        attempt()
        messages.append("accepted")
    except RuntimeError as error:
        messages.append(str(error))
result = {"messages": messages, "exists": [pc.gid_exists(g) for g in (3, 4, 77, 99)], "srcgid": [link.srcgid(), other.srcgid()]}
