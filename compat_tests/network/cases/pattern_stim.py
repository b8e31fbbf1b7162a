"""PatternStim gives recorded spikes to the gids that had them."""

from neuron import h

h.load_file("stdrun.hoc")
pc = h.ParallelContext()
cells, links = [], []
for gid in range(4):
    c = h.IntFire1()
    pc.set_gid2node(gid, 0)
    pc.cell(gid, h.NetCon(c, None))
    cells.append(c)
followers = [h.IntFire1() for _ in range(4)]
times, ids = h.Vector(), h.Vector()
for gid, f in enumerate(followers):
    link = pc.gid_connect(gid + 2, f)
    link.weight[0], link.delay = 2, 1.5
    out = h.NetCon(f, None)
    out.record(times, ids, gid)
    links += [link, out]
pattern = h.PatternStim()
given = h.Vector([1, 2.5, 2.5, 7, 13]), h.Vector([0, 2, 4, 5, 4])
pattern.play(*given)
h.finitialize(-65)
h.continuerun(30)
result = {"times": times, "ids": ids}
