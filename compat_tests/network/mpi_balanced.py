"""Excitation and inhibition of one size, sixty cells spread over all hosts; the first prints the raster. Run by mpiexec."""

import random

from neuron import h

pc = h.ParallelContext()
rank, n_host, n, n_in = int(pc.id()), int(pc.nhost()), 60, 10
cells, keep = {}, []
for gid in range(rank, n, n_host):
    cell = cells[gid] = h.IntFire1()
    cell.tau, cell.refrac = 20, 2
    pc.set_gid2node(gid, rank)
    pc.cell(gid, h.NetCon(cell, None))
for gid, cell in cells.items():
    # the same for any number of hosts
    draw = random.Random(gid)
    for source in draw.sample(range(n), n_in):
        link = pc.gid_connect(source, cell)
        link.weight[0], link.delay = (0.25 if source < 48 else -1.0), draw.uniform(1.0, 3.0)
        keep.append(link)
    stim = h.NetStim()
    stim.number, stim.start, stim.interval, stim.noise = 1e9, 0, 6, 1
    stim.noiseFromRandom123(gid, 0, 0)
    keep += [stim, h.NetCon(stim, cell, 0, 0.1, 0.45)]
times, ids = h.Vector(), h.Vector()
pc.spike_record(-1, times, ids)
pc.set_maxstep(10)
h.finitialize()
pc.psolve(80)
trains = pc.py_gather(list(zip(times, ids)), 0)
if rank == 0:
    for time, gid in sorted(spike for train in trains for spike in train):
        print(f"{time!r} {int(gid)}")
pc.barrier()
pc.done()
