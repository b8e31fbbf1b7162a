"""A network that excites itself to the limit set by its refractory times."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

cells, links = [h.IntFire1() for _ in range(12)], []
for c in cells:
    c.refrac = 0.3
for i, a in enumerate(cells):
    for j, b in enumerate(cells):
        if i != j:
            links.append(h.NetCon(a, b, 0, 0.2 + 0.03 * ((i + 2 * j) % 11), 0.6))
stim = h.NetStim()
stim.number, stim.start = 1, 1
links.append(h.NetCon(stim, cells[0], 0, 0.5, 2))
for i, c in enumerate(cells):
    out = h.NetCon(c, None)
    out.record(times, ids, i)
    links.append(out)
h.finitialize(-65)
h.continuerun(12)
result = {"times": times, "ids": ids}
