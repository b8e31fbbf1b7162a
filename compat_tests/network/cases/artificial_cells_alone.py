"""Cells without any section: time goes on in steps, events come at their own times."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

cells, links = [h.IntFire1() for _ in range(3)], []
stim = h.NetStim()
stim.start, stim.number, stim.interval, stim.noise = 0.3337, 50, 1.111, 0.5
stim.noiseFromRandom123(1, 2, 3)
for k, c in enumerate(cells):
    links.append(h.NetCon(stim, c, 0, 0.1 + 0.37 * k, 0.6))
    out = h.NetCon(c, None)
    out.record(times, ids, k)
    links.append(out)
trace = h.Vector().record(h._ref_t, 1)
h.finitialize()
h.continuerun(40)
result = {"times": times, "ids": ids, "t": h.t, "n": len(trace)}
