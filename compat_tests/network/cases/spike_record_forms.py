"""spike_record of all gids, of one, of those in a Vector; the last call for a source wins."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

pc = h.ParallelContext()
stims = []
for gid in range(6):
    stim = h.NetStim()
    stim.start, stim.number, stim.interval = 1 + 0.5 * gid, 5, 3 + gid
    pc.set_gid2node(gid, 0)
    pc.cell(gid, h.NetCon(stim, None))
    stims.append(stim)
one = h.Vector(), h.Vector()
some = h.Vector(), h.Vector()
pc.spike_record(-1, times, ids)
pc.spike_record(2, *one)
pc.spike_record(h.Vector([0, 4]), *some)
h.finitialize(-65)
pc.set_maxstep(5)
pc.psolve(30)
result = {"all": times, "all_ids": ids, "one": one[0], "one_ids": one[1], "some": some[0], "some_ids": some[1]}
