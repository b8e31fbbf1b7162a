"""A ring of eight cells, spread over all hosts; the first host prints the raster. Run by mpiexec."""

import sys

from neuron import h

h.load_file("stdrun.hoc")
pc = h.ParallelContext()
rank, n_host, n = int(pc.id()), int(pc.nhost()), 8
if "fail" in sys.argv and rank == 1:
    raise ValueError("rank 1 gives up")
somas, synapses, links = {}, {}, []
for gid in range(rank, n, n_host):
    soma = somas[gid] = h.Section(name=f"soma[{gid}]")
    soma.L = soma.diam = 20
    soma.insert("hh")
    synapses[gid] = h.ExpSyn(soma(0.5))
    pc.set_gid2node(gid, rank)
    pc.cell(gid, h.NetCon(soma(0.5)._ref_v, None, sec=soma))
for gid, synapse in synapses.items():
    for k in (1, 3):
        link = pc.gid_connect((gid - k) % n, synapse)
        link.weight[0], link.delay = 0.03, 1.1 + 0.9 * k
        links.append(link)
if 0 in synapses:
    start = h.NetStim()
    start.number, start.start = 1, 2
    links.append(h.NetCon(start, synapses[0], 0, 0, 0.05))
times, ids = h.Vector(), h.Vector()
pc.spike_record(-1, times, ids)
pc.set_maxstep(10)
h.finitialize(-65)
pc.psolve(40)
trains = pc.py_gather(list(zip(times, ids)), 0)
if rank == 0:
    for time, gid in sorted(spike for train in trains for spike in train):
        print(f"{time!r} {int(gid)}")
pc.barrier()
pc.done()
