"""Forty sections joined anywhere, with points or without: areas, resistances and a run."""
import random

from neuron import h

h.load_file("stdrun.hoc")
draw = random.Random(5)
sections = []
for number in range(40):
    sec = h.Section(name=f"s{number}")
    if draw.random() < 0.5:
        x = y = z = 0.0
        for _ in range(draw.randint(2, 6)):
            sec.pt3dadd(x, y, z, draw.uniform(0.4, 4))
            x, y, z = x + draw.uniform(3, 30), y + draw.uniform(-9, 9), z + draw.uniform(-9, 9)
    else:
        sec.L, sec.diam = draw.uniform(5, 90), draw.uniform(0.5, 5)
    sec.nseg = draw.choice([1, 2, 3, 5])
    if sections:
        sec.connect(draw.choice(sections)(draw.choice([0, 0.3, 0.5, 1, 1, 1])), draw.choice([0, 0, 0, 1]))
    sec.insert("hh")
    sections.append(sec)
clamp = h.IClamp(sections[7](0.5))
clamp.delay, clamp.dur, clamp.amp = 0.3, 3, 2
traces = {f"v{i}": h.Vector().record(sections[i](0.5)._ref_v) for i in (0, 7, 21, 39)}
h.finitialize(-65)
h.continuerun(6)
h.topology()
result = dict(
    traces,
    areas=[seg.area() for sec in sections for seg in sec.allseg()],
    resistances=[seg.ri() for sec in sections for seg in sec.allseg()],
    v_final=[seg.v for sec in sections for seg in sec.allseg()],
)
