"""fadvance before any finitialize: what NEURON starts from."""
from neuron import h

soma = h.Section(name="soma")
soma.insert("hh")
v = []
for _ in range(5):
    h.fadvance()
    v.append(soma(0.5).v)
result = {"v": v, "t": h.t, "gates": [soma(0.5).m_hh, soma(0.5).h_hh, soma(0.5).n_hh]}
