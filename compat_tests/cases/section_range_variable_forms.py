"""Reading and writing range variables: section-wide, by segment, by mechanism, at both ends."""
from neuron import h

dend = h.Section(name="dend")
dend.nseg = 3
dend.insert("hh")
dend.gnabar_hh = 0.2
dend(0.5).gnabar_hh = 0.3
dend(0.9).hh.gnabar = 0.4
dend(0.1).hh.gkbar = 0.05
dend.v = -70
dend(0.5).v = -60
result = {
    "gnabar": [seg.gnabar_hh for seg in dend.allseg()],
    "by_mechanism": [seg.hh.gnabar for seg in dend],
    "gkbar": [seg.gkbar_hh for seg in dend],
    "section_reads_middle": [dend.gnabar_hh, dend.v, dend.gkbar_hh],
    "v": [seg.v for seg in dend.allseg()],
    "sampled": [dend(x).gnabar_hh for x in (0, 0.2, 0.333, 0.334, 0.6666, 0.6667, 1)],
}
pointer = dend(0.5)._ref_gnabar_hh
pointer[0] = 0.9
result["by_pointer"] = [dend(0.5).gnabar_hh, pointer[0]]
dend.cm = 2
dend(0.1).cm = 3
dend(0.5).diam = 7
result["cm"] = [seg.cm for seg in dend]
result["diam"] = [seg.diam for seg in dend]
result["section_diam"] = [dend.diam, dend.L, dend.Ra, dend.cm]
