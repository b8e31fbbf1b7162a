"""setup_transfer does its work at once where the structure is known, else with the next initialisation: what is missing then."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))


def passive(name):
    soma = h.Section(name=name)
    soma.L = soma.diam = 20
    soma.insert("pas")
    soma(0.5).pas.e = -70 if name == "a" else -50
    return soma


def attempt(call):
    try:
        messages.append(f"{call()}")
    except RuntimeError as error:
        messages.append(str(error))


pc = h.ParallelContext()
a, b = passive("a"), passive("b")
gaps = [h.Gap(a(0.5)), h.Gap(b(0.5))]
messages, followed = [], []

# a source without a target, then set up before anything has run: nothing is looked for yet
pc.source_var(a(0.5)._ref_v, 0, sec=a)
pc.target_var(gaps[1], gaps[1]._ref_vgap, 9)
attempt(pc.setup_transfer)
attempt(pc.setup_transfer)
attempt(lambda: h.finitialize(-60))
attempt(h.fadvance)

# what comes later asks for another setup_transfer
pc.source_var(b(0.5)._ref_v, 9, sec=b)
attempt(lambda: h.finitialize(-60))
attempt(h.fadvance)
attempt(pc.setup_transfer)
attempt(lambda: h.finitialize(-60))
attempt(h.fadvance)
followed.append(gaps[1].vgap)

# now the structure is known
pc.target_var(gaps[0], gaps[0]._ref_vgap, 7)
attempt(lambda: h.finitialize(-60))
attempt(pc.setup_transfer)
pc.gid_clear()
pc.source_var(a(0.5)._ref_v, 0, sec=a)
pc.target_var(gaps[1], gaps[1]._ref_vgap, 0)
attempt(pc.setup_transfer)
attempt(lambda: h.finitialize(-60))
attempt(h.fadvance)
followed.append(gaps[1].vgap)
result = {"messages": messages, "followed": followed}
