"""ParallelNetManager with cells of a template: create_cell, synapse lists, connect2target."""

from neuron import h

h.load_file("nrngui.hoc")
h.load_file("netparmpi.hoc")
h("""
begintemplate Cell
public soma, synlist, connect2target, position
create soma
objref synlist, nil
proc init() {
  soma { L = 10  diam = 10  insert hh }
  synlist = new List()
  soma synlist.append(new ExpSyn(.5))
}
proc connect2target() { soma $o2 = new NetCon(&v(.5), $o1) }
endtemplate Cell
objref pnm, c
pnm = new ParallelNetManager(3)
pnm.round_robin()
for i = 0, 2 c = pnm.create_cell(i, "new Cell()")
print c, pnm.tmpcell, pnm.cells.count, pnm.cells.o(2)
for i = 0, 1 print pnm.nc_append(i, i + 1, 0, .05, 1)
pnm.want_all_spikes()
""")
stim = h.IClamp(h.pnm.cells.o(0).soma(0.5))
stim.delay, stim.dur, stim.amp = 1, 1, 0.5
h.tstop = 20
h.pnm.pinit()
h.pnm.pcontinue(h.tstop)
result = {"times": h.pnm.spikevec, "ids": h.pnm.idvec}
