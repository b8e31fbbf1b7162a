"""Globals of the simulator and of mechanisms: defaults, assignment, units."""
from neuron import h

names = ["celsius", "t", "dt", "secondorder", "usetable_hh", "diam_changed", "FARADAY", "R", "PI", "E", "GAMMA", "DEG", "PHI", "float_epsilon", "clamp_resist", "nai0_na_ion", "nao0_na_ion", "ki0_k_ion", "ko0_k_ion"]
values, units = [], []
for name in names:
    values.append(getattr(h, name))
    units.append(f"{name} [{h.units(name)}]")
units += [h.units(name) for name in ("v", "L", "diam", "Ra", "cm", "gnabar_hh", "ina", "IClamp.amp", "ExpSyn.tau", "m_hh")]
result = {"values": values, "units": units}
