"""Events that handlers of each type send at initialisation."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

cells, links = [h.IntFire1() for _ in range(4)], []
for k, c in enumerate(cells):
    links.append(h.NetCon(None, c))
    links[-1].weight[0] = 2
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
handlers = [h.FInitializeHandler(k, lambda k=k: links[2 * k].event(1 + k)) for k in range(3)]
h.finitialize(-65)
h.continuerun(10)
result = {"times": times, "ids": ids}
