"""Equality and hashing of sections, segments and references."""
from neuron import h

soma, dend = h.Section(name="soma"), h.Section(name="soma")
soma.nseg = 3
again = h.SectionRef(sec=soma).sec
facts = [
    soma == soma, soma == dend, soma == again, soma is again, hash(soma) == hash(again), soma != dend, soma == 3,
    soma(0.5) == soma(0.5), soma(0.4) == soma(0.5), soma(0) == soma(0.1), soma(0.34) == soma(0.33), soma(0.5) == dend(0.5),
    len({soma, again, dend}), len({soma(0.5), soma(0.4), soma(0.9)}), soma in [dend, again], soma(1) == soma(0.9),
]
result = {"facts": [str(fact) for fact in facts]}
