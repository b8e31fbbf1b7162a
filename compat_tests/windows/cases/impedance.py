"""Impedance at four frequencies: transfer, input, ratio and phases all over a branched cell in mid-run."""
from neuron import h

h.load_file("stdrun.hoc")
soma, a, b = (h.Section(name=name) for name in ("soma", "a", "b"))
soma.L = soma.diam = 20
a.L, a.diam, a.nseg = 200, 2, 5
b.L, b.diam, b.nseg = 100, 1, 3
a.connect(soma(1))
b.connect(a(0.5))
soma.insert("hh")
for dendrite in (a, b):
    dendrite.insert("pas")
synapse, clamp = h.Exp2Syn(a(0.7)), h.IClamp(soma(0.5))
clamp.dur, clamp.amp = 1e9, 0.1
h.finitialize(-65)
h.continuerun(2)
z = h.Impedance()
print(z, z.deltafac(), z.transfer(soma(0.5)), z.ratio(soma(0.5)), z.loc(soma(0.5)))
places = [segment for section in (soma, a, b) for segment in section.allseg()]
result = {}
for frequency in (0, 10, 100, 1000):
    print(z.compute(frequency))
    for name in ("transfer", "input", "ratio", "transfer_phase", "input_phase"):
        result[f"{name} {frequency}"] = [getattr(z, name)(place) for place in places]
print(z.loc(0.9, sec=b), z.compute(50))
result["from b"] = [z.transfer(place) for place in places]
soma.gnabar_hh = 0
result["as computed"] = z.transfer(soma(0.5))
a.nseg = 7
print(z.transfer(soma(0.5)), z.deltafac(0.01), z.deltafac())
for action in (
    lambda: h.Impedance().compute(10),
    lambda: z.loc(3),
    lambda: z.compute(),
    lambda: z.transfer(),
    lambda: z.input("a"),
):
    try:
        print(action())
    except RuntimeError as error:
        print(str(error).split("; really")[0])
