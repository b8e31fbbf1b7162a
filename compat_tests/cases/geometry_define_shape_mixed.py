"""define_shape translates sections that already have points to their parent's end."""
from neuron import h

soma = h.Section(name="soma")
dend = h.Section(name="dend")
tip = h.Section(name="tip")
soma.L, soma.diam = 12, 12
dend.pt3dadd(100, 100, 100, 2)
dend.pt3dadd(150, 100, 100, 1)
tip.L, tip.diam = 40, 0.5
dend.connect(soma(1))
tip.connect(dend(1))
h.define_shape()
result = {
    f"points_{sec}": [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)] for i in range(sec.n3d())] for sec in h.allsec()
}
