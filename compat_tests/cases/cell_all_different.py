"""Six cells of different shape and mechanisms in one run."""
from neuron import h

h.load_file("stdrun.hoc")
keep, traces = [], {}
for number in range(6):
    root = h.Section(name=f"root{number}")
    root.L, root.diam, root.nseg = 10 + 7 * number, 20 - 2 * number, 1 + number % 3
    root.insert("hh" if number % 2 else "pas")
    root.cm = 0.8 + 0.1 * number
    clamp = h.IClamp(root(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1 + 0.3 * number, 2, 0.5
    keep += [root, clamp]
    for branch in range(number):
        twig = h.Section(name=f"twig{number}_{branch}")
        twig.L, twig.diam, twig.nseg = 60, 1, 1 + branch
        twig.connect(root(branch / max(1, number - 1)))
        twig.insert("pas" if branch % 2 else "hh")
        twig.Ra = 50 * (branch + 1)
        keep.append(twig)
        traces[f"v_{twig.name()}"] = h.Vector().record(twig(0.5)._ref_v, 0.05)
    traces[f"v_{root.name()}"] = h.Vector().record(root(0.5)._ref_v, 0.05)
h.finitialize(-65)
h.continuerun(8)
result = traces
