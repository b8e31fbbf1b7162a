"""Events of several sources at one time reach cells that fire at once."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

stims, links, cells = [], [], []
for k in range(7):
    stim = h.NetStim()
    stim.start, stim.number, stim.interval = 5 - (k % 3), 5, 1 + (k % 2)
    stims.append(stim)
for k in range(10):
    c = h.IntFire1()
    c.refrac = 0.25
    for j, stim in enumerate(stims):
        if (j * 3 + k) % 4:
            links.append(h.NetCon(stim, c, 0, 1 + (j + k) % 3, 0.7))
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
    cells.append(c)
for a, b in zip(cells, cells[1:]):
    links.append(h.NetCon(a, b, 0, 1, 0.6))
h.finitialize(-65)
h.continuerun(25)
result = {"times": times, "ids": ids}
