"""IntFire2 fires on its own, sooner with input."""

from neuron import h

h.load_file("stdrun.hoc")
cells = [h.IntFire2() for _ in range(4)]
for k, c in enumerate(cells):
    c.taum, c.taus, c.ib = 10, 20, 0.8 + 0.2 * k
stim = h.NetStim()
stim.start, stim.number, stim.interval = 15, 6, 9
links = [h.NetCon(stim, c, 0, 1, 0.3) for c in cells]
spikes = [h.Vector() for _ in cells]
for c, vector in zip(cells, spikes):
    out = h.NetCon(c, None)
    out.record(vector)
    links.append(out)
h.finitialize(-65)
h.continuerun(90)
result = {f"spikes_{k}": vector for k, vector in enumerate(spikes)}
