"""Ions appear with the mechanisms that use them: reversal potentials and concentrations."""
from neuron import h

soma = h.Section(name="soma")
soma.nseg = 2
before = [hasattr(soma, name) for name in ("ena", "ek", "eca", "nai", "cai")]
soma.insert("hh")
soma.insert("na_ion")
after = [hasattr(soma, name) for name in ("ena", "ek", "eca", "nai", "cai")]
names = ("ena", "ek", "nai", "nao", "ki", "ko", "ina", "ik")
values = [getattr(soma, name) for name in names]
soma.ena = 47
soma(0.25).nai = 12
h.finitialize(-65)
result = {
    "before": [str(fact) for fact in before],
    "after": [str(fact) for fact in after],
    "values": values,
    "initialised": [[getattr(seg, name) for name in names] for seg in soma],
    "charges": [h.ion_charge("na_ion"), h.ion_charge("k_ion")],
}
