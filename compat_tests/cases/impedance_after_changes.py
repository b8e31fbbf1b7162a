"""An impedance stays as it was computed, whatever changes, until sections come, go, move or are cut anew."""

from neuron import h

soma, dend, branch = (h.Section(name) for name in ("soma", "dend", "branch"))
for section, nseg in ((soma, 3), (dend, 5), (branch, 3)):
    section.insert("pas")
    section.nseg = nseg
for section in (dend, branch):
    section.connect(soma(1))
    section.L, section.diam = 300, 2
synapse = h.ExpSyn(dend(0.5))
kept = []
h.finitialize(-65)
impedance = h.Impedance()

changes = {
    "none": lambda: None,
    "moved": lambda: synapse.loc(branch(0.1)),
    "process": lambda: kept.append(h.IClamp(dend(0.1))),
    "connection": lambda: kept.append(h.NetCon(soma(0.5)._ref_v, None, sec=soma)),
    "gone": kept.clear,
    "resistivity": lambda: setattr(soma, "Ra", 200),
    "conductance": lambda: setattr(soma, "g_pas", 0.01),
    "length": lambda: setattr(dend, "L", 400),
    "diameter": lambda: setattr(dend, "diam", 3),
    "insert": lambda: branch.insert("hh"),
    "uninsert": lambda: branch.uninsert("hh"),
    "recording": lambda: kept.append(h.Vector().record(soma(0.5)._ref_v)),
    "step": h.fadvance,
    "nseg": lambda: setattr(branch, "nseg", 5),
    "section": lambda: kept.append(h.Section("other")),
    "connect": lambda: kept[-1].connect(soma(0)),
    "disconnect": lambda: h.disconnect(sec=branch),
}
result = {}
for name, change in changes.items():
    impedance.loc(0, sec=dend)
    impedance.compute(38)
    change()
    result[name] = [impedance.transfer(0.3, sec=section) for section in (soma, dend, branch)] + [impedance.input(0, sec=dend)]
