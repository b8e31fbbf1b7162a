"""What source_var, target_var and setup_transfer refuse."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))


def passive(name):
    soma = h.Section(name=name)
    soma.L = soma.diam = 20
    soma.insert("pas")
    return soma


pc = h.ParallelContext()
a, b = passive("a"), passive("b")
gaps = [h.Gap(a(0.5)), h.Gap(b(0.5))]
pc.source_var(a(0.5)._ref_v, 0, sec=a)
messages = []
for attempt in (
    lambda: pc.source_var(a(0.5)._ref_v, 0, sec=a),
    lambda: pc.source_var(b(0.5)._ref_v, 1, sec=a),
    lambda: pc.source_var(b(0.5)._ref_v, -1, sec=b),
    lambda: pc.target_var(gaps[0], gaps[1]._ref_vgap, 0),
    lambda: pc.target_var(gaps[0], gaps[0]._ref_vgap, -2),
    lambda: pc.target_var(gaps[0], gaps[0]._ref_vgap, 55),
    lambda: pc.setup_transfer(),
):
    try:
        messages.append(f"{attempt()}")
    except RuntimeError as error:
        messages.append(str(error))
result = {"messages": messages}
