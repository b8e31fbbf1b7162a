"""Fifty cells that all fire in one step, each on sixty targets: every buffer is too small at first."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

cells, links = [h.IntFire1() for _ in range(60)], []
for c in cells:
    c.refrac = 1
stim = h.NetStim()
stim.start, stim.number, stim.interval = 2, 6, 5
for c in cells[:50]:
    links.append(h.NetCon(stim, c, 0, 1, 2))
for i, a in enumerate(cells[:50]):
    for j, b in enumerate(cells):
        links.append(h.NetCon(a, b, 0, 1 + 0.01 * ((7 * i + 3 * j) % 50), 0.05))
for i, c in enumerate(cells):
    out = h.NetCon(c, None)
    out.record(times, ids, i)
    links.append(out)
h.finitialize(-65)
h.continuerun(40)
result = {"times": times, "ids": ids}
