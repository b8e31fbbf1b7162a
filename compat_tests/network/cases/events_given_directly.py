"""NetCon.event in any order, some for the same time, some beyond the end."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

cells, links = [h.IntFire1() for _ in range(3)], []
for k, c in enumerate(cells):
    c.refrac = 0.5
    links.append(h.NetCon(None, c))
    links[-1].weight[0] = 1.5
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)


def send():
    for k, t in enumerate([7, 3, 3, 5, 25, 3.0125, 5, 7, 31]):
        links[2 * (k % 3)].event(t)


handler = h.FInitializeHandler(send)
h.finitialize(-65)
h.continuerun(10)
n_first = len(times)
links[0].event(12)
h.continuerun(40)
result = {"times": times, "ids": ids, "n_first": n_first}
