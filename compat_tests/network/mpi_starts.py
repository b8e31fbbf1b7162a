"""Generators that fire while a run begins, and a run in parts unequal to the interval; the first host prints the raster."""

from neuron import h

pc = h.ParallelContext()
rank, n_host, n = int(pc.id()), int(pc.nhost()), 8
cells, links = {}, []
for gid in range(rank, n, n_host):
    if gid % 2:
        cell = h.IntFire1()
        cell.tau, cell.refrac = 5, 1.01
    else:
        cell = h.NetStim()
        cell.start, cell.interval, cell.number, cell.noise = 0.13 * gid, 2.1, 5, 0
    cells[gid] = cell
    pc.set_gid2node(gid, rank)
    pc.cell(gid, h.NetCon(cell, None))
for gid, cell in cells.items():
    for source in range(n):
        if gid % 2 and source != gid:
            link = pc.gid_connect(source, cell)
            # no two events at one time
            link.delay, link.weight[0] = 1 + 0.0137 * source + 0.00031 * gid, 0.7
            links.append(link)
times, ids = h.Vector(), h.Vector()
pc.spike_record(-1, times, ids)
pc.set_maxstep(10)
h.finitialize()
for stop in (2.975, 3.5, 7.0, 20.0):
    pc.psolve(stop)
trains = pc.py_gather(list(zip(times, ids)), 0)
if rank == 0:
    for time, gid in sorted(spike for train in trains for spike in train):
        print(f"{time:.10g} {int(gid)}")
pc.barrier()
pc.done()
