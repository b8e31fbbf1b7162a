"""One NetStim starts another with a positive weight and ends it with a negative one."""

from neuron import h

h.load_file("stdrun.hoc")
times, ids = h.Vector(), h.Vector()

on, off, train = h.NetStim(), h.NetStim(), h.NetStim()
on.start, on.number, on.interval = 5, 3, 30
off.start, off.number, off.interval = 20, 3, 30
train.start, train.number, train.interval = -1, 1e9, 2.5
links = [h.NetCon(on, train, 0, 1, 1), h.NetCon(off, train, 0, 1, -1)]
for k, s in enumerate((on, off, train)):
    out = h.NetCon(s, None)
    out.record(times, ids, k)
    links.append(out)
h.finitialize(-65)
h.continuerun(100)
result = {"times": times, "ids": ids}
