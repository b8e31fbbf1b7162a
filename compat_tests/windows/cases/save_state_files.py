"""SaveState to a file and back, after a new start; what does not fit is refused."""

import os
import tempfile

from neuron import h

h.load_file("stdrun.hoc")
s = h.Section(name="s")
s.insert("hh")
cell = h.IntFire1()
stim = h.NetStim()
stim.interval, stim.number, stim.start = 1, 100, 0.5
connection = h.NetCon(stim, cell)
connection.weight[0] = 0.3
v, m = h.Vector().record(s(0.5)._ref_v), h.Vector()
times = h.Vector()
h.NetCon(cell, None).record(times)
h.finitialize(-70)
h.continuerun(5)
state, file = h.SaveState(), h.File()
state.save()
path = os.path.join(tempfile.mkdtemp(), "state")
print(file.wopen(path), state.fwrite(file), file.isopen())
h.continuerun(10)
result = {"v": v.c(201), "m": cell.m}
h.finitialize(-50)
other = h.SaveState()
print(file.ropen(path), other.fread(file), file.isopen(), other.restore(), round(h.t, 6))
h.fcurrent()
h.frecord_init()
h.continuerun(10)
result["again"] = v.c(1)
result["m again"] = cell.m
more = h.NetCon(None, cell)
for action in (lambda: other.restore(), lambda: h.SaveState().restore(), lambda: other.fwrite(3)):
    try:
        print(action())
    except RuntimeError as error:
        print(str(error).split("; really")[0])
