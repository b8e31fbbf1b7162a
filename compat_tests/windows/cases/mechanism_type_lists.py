"""MechanismType lists mechanisms in NEURON's order, with what they are."""

from neuron import h

for kind in (0, 1):
    types, name = h.MechanismType(kind), h.ref("")
    print(types, types.count(), types.selected())
    for i in range(int(types.count())):
        types.select(i)
        n = types.selected(name)
        print(
            n,
            name[0],
            types.internal_type(),
            types.is_artificial(i),
            types.has_net_event(i),
            types.is_netcon_target(i),
            types.is_ion(),
        )
    print(types.select("none"), types.selected(), types.select(-1), types.selected(), types.menu(), types.action("x"))
for action in (
    lambda: h.MechanismType(),
    lambda: h.MechanismType(2),
    lambda: types.select(99),
    lambda: types.is_artificial(-1),
):
    try:
        print(action())
    except RuntimeError as error:
        print(error)
