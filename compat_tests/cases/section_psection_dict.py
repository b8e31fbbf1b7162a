"""Section.psection() returns a dictionary of everything in the section."""
from neuron import h

soma, dend = h.Section(name="soma"), h.Section(name="dend")
dend.connect(soma(1))
dend.L, dend.nseg = 40, 2
dend.insert("hh")
synapse = h.ExpSyn(dend(0.25))
facts = dend.psection()
lines = []

def show(name, value):
    if isinstance(value, dict):
        for key in sorted(value, key=str):
            show(f"{name}.{key}", value[key])
    elif isinstance(value, set | frozenset):
        lines.append(f"{name}: {sorted(map(str, value))}")
    elif "hoc_internal_name" not in name:
        lines.append(f"{name}: {value}")

show("dend", facts)
result = {"lines": lines}
