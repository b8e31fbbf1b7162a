"""Point processes on one segment keep NEURON's order, and follow a change of nseg."""
from neuron import h

dend = h.Section(name="dend")
dend.nseg = 3
processes = [h.IClamp(dend(0.2)), h.ExpSyn(dend(0.5)), h.Exp2Syn(dend(0.9)), h.IClamp(dend(0.51)), h.SEClamp(dend(1)), h.APCount(dend(0))]
lines = [str(process.get_segment()) for process in processes]
lines += [f"{seg}: {' '.join(map(str, seg.point_processes()))}" for seg in dend.allseg()]
for nseg in (5, 1, 3):
    dend.nseg = nseg
    lines += [f"{nseg} {process} {process.get_segment()} {process.get_loc()}" for process in processes]
    h.pop_section()
result = {"lines": lines}
