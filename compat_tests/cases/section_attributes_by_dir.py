"""dir of sections, segments, mechanisms and point processes lists NEURON's names."""
from neuron import h

soma = h.Section(name="soma")
soma.insert("hh")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))

def public(thing):
    return " ".join(name for name in sorted(dir(thing)) if not name.startswith("_"))

result = {"lines": [public(soma), public(soma(0.5)), public(soma(0.5).hh), public(soma(0.5).na_ion), public(clamp)]}
