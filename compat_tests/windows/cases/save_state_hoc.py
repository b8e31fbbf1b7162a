"""The warm-up idiom of models: run, save, restore in init, run on."""

from neuron import h

h("""
load_file("nrngui.hoc")
create soma
access soma
soma { L = 10  diam = 10  insert hh }
objref stim, state, rec
stim = new IClamp(.5)
stim.del = 6
stim.dur = 1
stim.amp = .2
rec = new Vector()
rec.record(&soma.v(.5))
state = new SaveState()
finitialize(-60)
while (t < 5) fadvance()
state.save()
proc init() {
  finitialize(v_init)
  state.restore()
  if (cvode.active()) { cvode.re_init() } else { fcurrent() }
  frecord_init()
}
tstop = 12
run()
print t, rec.size
""")
result = {"v": h.rec}
