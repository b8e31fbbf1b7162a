"""IntFire4 between excitation and inhibition."""

from neuron import h

h.load_file("stdrun.hoc")
c = h.IntFire4()
up, down = h.NetStim(), h.NetStim()
up.start, up.number, up.interval = 3, 40, 3
down.start, down.number, down.interval = 40, 5, 9
links = [h.NetCon(up, c, 0, 1, 0.45), h.NetCon(down, c, 0, 1, -0.5)]
spikes = h.Vector()
out = h.NetCon(c, None)
out.record(spikes)
h.finitialize(-65)
h.continuerun(120)
result = {"spikes": spikes, "counts": [c.nself, c.nexcite, c.ninhibit], "state": [c.M(), c.E(), c.I()]}
