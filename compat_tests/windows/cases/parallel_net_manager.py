"""ParallelNetManager on one host: a ring of artificial cells."""

from neuron import h

h.load_file("nrngui.hoc")
h.load_file("netparmpi.hoc")
h("""
objref pnm, cell
n = 4
pnm = new ParallelNetManager(n)
pnm.round_robin()
for i = 0, n - 1 {
  if (pnm.gid_exists(i)) {
    cell = new IntFire1()
    cell.tau = 20
    pnm.register_cell(i, cell)
  }
}
for i = 0, n - 1 k = pnm.nc_append(i, (i + 1) % n, -1, 1.1, 2)
print k, pnm.nclist.count, pnm.cells.count, pnm.ncell, pnm.nhost, pnm.myid, pnm.nwork, pnm.pc
print pnm.nclist.o(1).weight, pnm.nclist.o(1).delay, pnm.nc_append(1, 99, -1, 1, 1)
pnm.want_all_spikes()
objref start, nil
start = new NetStim()
start.number = 1
start.start = 0.5
objref first
first = new NetCon(start, pnm.pc.gid2cell(0))
first.weight = 2
first.delay = 1
tstop = 20
pnm.set_maxstep()
pnm.prun()
pnm.gatherspikes()
print pnm.spikevec.size, pnm.idvec.size
for pnm.serialize() print "serial"
""")
result = {"times": h.pnm.spikevec, "ids": h.pnm.idvec}
