"""IntFire1: what M() says before, during and after the refractory time."""

from neuron import h

h.load_file("stdrun.hoc")
c, stim = h.IntFire1(), h.NetStim()
c.tau, c.refrac = 8, 4
stim.start, stim.number, stim.interval = 2, 10, 2
link = h.NetCon(stim, c, 0, 0.3, 0.6)
values = []
h.finitialize(-65)
for t in range(1, 30):
    h.continuerun(t)
    values.append([c.m, c.M()])
result = {"values": values}
