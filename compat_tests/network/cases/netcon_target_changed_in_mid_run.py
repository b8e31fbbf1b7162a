"""setpost while events are under way."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 20, 2
cells = [h.IntFire1(), h.IntFire1()]
link = h.NetCon(stim, cells[0], 0, 5, 2)
outs = [h.NetCon(c, None) for c in cells]
for k, out in enumerate(outs):
    cells[k].refrac = 0.1
    out.record(times, ids, k)
h.finitialize(-65)
h.continuerun(12)
link.setpost(cells[1])
h.continuerun(30)
result = {"times": times, "ids": ids, "weight": link.weight[0], "valid": link.valid()}
