"""Ten random trees, mostly with points: areas, resistances, diameters at nodes, distances."""
import random

from neuron import h

draw = random.Random(11)
secs = []
for tree in range(10):
    start = len(secs)
    for number in range(draw.randint(2, 9)):
        sec = h.Section(name=f"t{tree}_{number}")
        if draw.random() < 0.8:
            x, y, z = draw.uniform(-50, 50), draw.uniform(-50, 50), draw.uniform(-50, 50)
            for _ in range(draw.randint(2, 12)):
                sec.pt3dadd(x, y, z, draw.uniform(0.1, 6))
                if draw.random() < 0.9:
                    x, y, z = x + draw.uniform(-20, 20), y + draw.uniform(0, 30), z + draw.uniform(-5, 5)
        else:
            sec.L, sec.diam = draw.uniform(1, 300), draw.uniform(0.2, 20)
        sec.nseg = draw.randint(1, 12)
        sec.Ra = draw.uniform(30, 300)
        if len(secs) > start:
            sec.connect(secs[draw.randint(start, len(secs) - 1)](draw.random()), draw.choice([0, 0, 1]))
        secs.append(sec)
segments = [seg for sec in secs for seg in sec.allseg()]
result = {
    "areas": [seg.area() for seg in segments], "resistances": [seg.ri() for seg in segments], "diams": [seg.diam for seg in segments],
    "lengths": [sec.L for sec in secs], "distances": [h.distance(secs[0](0), seg) for seg in segments],
}
