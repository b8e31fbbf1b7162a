"""MechanismStandard lists the variables of every kind, with their defaults."""

from neuron import h


def listed(*given):
    standard, name = h.MechanismStandard(*given), h.ref("")
    found = []
    for i in range(standard.count()):
        n = standard.name(name, i)
        found.append((name[0], n, standard.get(name[0]) if given[-1] != -1 else None, standard.is_array(i)))
    return standard.name(name), name[0], found


for mechanism in [
    "hh",
    "pas",
    "na_ion",
    "k_ion",
    "capacitance",
    "morphology",
    "IClamp",
    "VClamp",
    "SEClamp",
    "ExpSyn",
    "Exp2Syn",
    "IntFire1",
    "IntFire2",
    "extracellular",
]:
    for kind in (1, 2, 3, 0):
        print(mechanism, kind, listed(mechanism, kind))
for mechanism in ("hh", "IClamp", "na_ion"):
    print(listed(mechanism, -1))
print(h.MechanismStandard("hh").count(), h.MechanismStandard("NetStim").count())
