"""h.rates_hh after setdata_hh, and sec(x).hh.rates, set the range variables."""
from neuron import h

soma = h.Section(name="soma")
soma.nseg = 3
soma.insert("hh")
h.finitialize(-65)
h.setdata_hh(soma(0.5))
result = {"values": []}
for v in (-80, -65, -40, -39.95, 0, 30):
    h.rates_hh(v)
    seg = soma(0.5)
    result["values"].append([seg.minf_hh, seg.mtau_hh, seg.hinf_hh, seg.htau_hh, seg.ninf_hh, seg.ntau_hh])
h.usetable_hh = 0
for v in (-80, -65, -40, -39.95, 0, 30):
    soma(0.1).hh.rates(v)
    seg = soma(0.1)
    result["values"].append([seg.minf_hh, seg.mtau_hh, seg.hinf_hh, seg.htau_hh, seg.ninf_hh, seg.ntau_hh])
h.usetable_hh = 1
result["vtrap"] = [h.vtrap_hh(x, y) for x, y in ((1, 10), (0, 10), (1e-7, 10), (-5, 2))]
