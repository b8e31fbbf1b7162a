"""Functions called at given times change connections."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 30, 1
c = h.IntFire1()
c.refrac = 0.1
link, out = h.NetCon(stim, c, 0, 0.5, 0), h.NetCon(c, None)
out.record(times, ids, 1)
cvode = h.CVode()
called = []


def change(weight):
    called.append(h.t)
    link.weight[0] = weight


def begin():
    for t, weight in ((5, 2), (12, 0), (20.5, 2), (24, 0.3)):
        cvode.event(t, lambda weight=weight: change(weight))


handler = h.FInitializeHandler(begin)
h.finitialize(-65)
h.continuerun(35)
result = {"times": times, "called": called}
