"""What dir shows and what psection misses: names of a section with hh, after pas is added."""
from neuron import h

soma = h.Section(name="soma")
soma.insert("hh")
wanted = ["gnabar_hh", "m_hh", "ena", "v", "cm", "diam", "g_pas", "nai", "i_cap", "L", "Ra", "nseg", "rallbranch"]
present = [name for name in wanted if hasattr(soma, name)]
in_segment = [name for name in wanted if hasattr(soma(0.5), name)]
in_mechanism = [name for name in ("gnabar", "m", "ena", "gnabar_hh") if hasattr(soma(0.5).hh, name)]
soma.insert("pas")
result = {"present": present, "in_segment": in_segment, "in_mechanism": in_mechanism, "added": hasattr(soma, "g_pas")}
