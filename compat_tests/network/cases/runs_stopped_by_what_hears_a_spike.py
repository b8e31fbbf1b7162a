"""stoprun set at a spike or by an event ends a run there; events at t = 0 and far away."""

from neuron import h

h.load_file("stdrun.hoc")
stim = h.NetStim()
stim.start, stim.interval, stim.number = 1.005, 3, 5
cell = h.IntFire1()
netcon = h.NetCon(stim, cell, 0, 1, 0.6)
netcon.record("stoprun = 1")
h.finitialize()
h.continuerun(20)
print(h.t, h.stoprun)
h.continuerun(20)
print(h.t)
netcon.record("")
cvode, log = h.CVode(), []


def begin():
    cvode.event(0, lambda: log.append(("zero", h.t)))
    cvode.event(1e9, lambda: log.append("never"))
    cvode.event(7.01, "stoprun = 1")


handler = h.FInitializeHandler(begin)
h.finitialize()
print(log)
h.continuerun(20)
print(h.t, log)
cvode.event(9)
netcon.event(8.5)
cvode.print_event_queue()
h.continuerun(20)
print(h.t)
