"""A model that redefines run and init, as most do, with panels that call them."""

from neuron import h

h("""
load_file("nrngui.hoc")
create soma
access soma
soma insert hh
objref g, rec
rec = new Vector()
rec.record(&v(.5))
g = new Graph()
g.addvar("soma.v(.5)")
graphList[0].append(g)
n_run = 0
n_init = 0
proc init() {
  n_init += 1
  finitialize(v_init)
  finitialize(-60)
  fcurrent()
}
proc run() {
  n_run += 1
  stdinit()
  continuerun(tstop)
}
proc panel() {
  xpanel("Model")
  xbutton("Init & Run", "run()")
  xvalue("amplitude", "amp", 1, "set_amp()", 0, 1)
  xpanel()
}
panel()
nrncontrolmenu()
tstop = 3
run()
print n_run, n_init, t, rec.size, graphList[0].count
""")
result = {"v": h.rec}
