"""instantiate(None) makes sections without a cell; they simulate."""
import os
import tempfile

from neuron import h

h.load_file("stdrun.hoc")
h.load_file("import3d.hoc")
SWC = """1 1 0 0 0 8 -1
2 1 0 -8 0 8 1
3 1 0 8 0 8 1
4 3 0 8 0 1.2 1
5 3 0 150 0 0.8 4
6 3 40 220 0 0.4 5
7 3 -40 220 0 0.4 5
8 2 0 -8 0 0.6 1
9 2 0 -200 0 0.4 8
"""
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "cell.swc")
    with open(path, "w") as file:
        file.write(SWC)
    reader = h.Import3d_SWC_read()
    reader.input(path)
h.Import3d_GUI(reader, 0).instantiate(None)
for sec in h.allsec():
    sec.nseg = 1 + 2 * int(sec.L / 40)
    sec.insert("hh" if "dend" not in sec.name() else "pas")
h.topology()
soma, dend = h.soma[0], h.dend[1]
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 1, 0.8
v_soma = h.Vector().record(soma(0.5)._ref_v)
v_dend = h.Vector().record(dend(0.9)._ref_v)
h.finitialize(-65)
h.continuerun(8)
result = {"v_soma": v_soma, "v_dend": v_dend, "nseg": [sec.nseg for sec in h.allsec()]}
