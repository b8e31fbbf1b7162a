"""A passive binary tree of 31 sections: the response to a current at the root and at a leaf."""
from neuron import h

h.load_file("stdrun.hoc")
sections = []
for number in range(31):
    sec = h.Section(name=f"s{number}")
    sec.L, sec.nseg = 70, 3
    sec.diam = 4 * 0.7 ** int((number + 1).bit_length() - 1)
    sec.insert("pas")
    sec.g_pas, sec.e_pas, sec.Ra = 1 / 20000, -70, 150
    if sections:
        sec.connect(sections[(number - 1) // 2](1))
    sections.append(sec)
at_root, at_leaf = h.IClamp(sections[0](0)), h.IClamp(sections[30](1))
at_root.delay, at_root.dur, at_root.amp = 1, 2, 0.2
at_leaf.delay, at_leaf.dur, at_leaf.amp = 6, 2, 0.02
traces = {f"v_{n}": h.Vector().record(sections[n](0.5)._ref_v) for n in (0, 15, 30)}
h.finitialize(-70)
h.continuerun(12)
result = dict(traces, v_final=[seg.v for sec in sections for seg in sec])
