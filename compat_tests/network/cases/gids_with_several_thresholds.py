"""pc.threshold, and a gid on a dendrite."""

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
somas = [cell(f"soma[{k}]", 0.2 + 0.05 * k) for k in range(3)]
links = []
for gid, s in enumerate(somas):
    pc.set_gid2node(10 + gid, pc.id())
    link = h.NetCon(s(0.5)._ref_v, None, sec=s)
    pc.cell(10 + gid, link)
    pc.threshold(10 + gid, -40 + 30 * gid)
    links.append(link)
vectors = [(h.Vector(), h.Vector()) for _ in somas]
for gid, (times, ids) in enumerate(vectors):
    pc.spike_record(10 + gid, times, ids)
h.finitialize(-65)
pc.set_maxstep(10)
pc.psolve(40)
result = {"thresholds": [pc.threshold(10 + k) for k in range(3)], "exists": [pc.gid_exists(k) for k in (9, 10, 12)]}
for gid, (times, ids) in enumerate(vectors):
    result |= {f"times_{gid}": times, f"ids_{gid}": ids}
