"""How sections, segments, mechanisms and objects of all kinds print."""
from neuron import h

class Cell:
    def __init__(self):
        self.soma = h.Section(name="soma", cell=self)
    def __str__(self):
        return "MyCell"

cell = Cell()
plain = h.Section(name="plain")
unnamed = h.Section()
plain.insert("hh")
things = [
    cell.soma, cell.soma.name(), cell.soma.hname(), repr(cell.soma), cell.soma(0.3), repr(plain(1)), plain(0.5).hh,
    plain(0.5).hh.name(), plain.cell(), plain(0.5).na_ion, str(plain(0.5).sec), h.Vector(3), h.List(), h.NetStim(),
    h.IClamp(plain(0.5)), h.NetCon(None, None), h.SectionList(), h.SectionRef(sec=plain), h.Random(), h.Vector, type(plain),
    type(plain(0.5)), type(plain(0.5).hh), plain.same(plain), h.secname(sec=plain), h.CVode(),
]
result = {"things": [str(thing) for thing in things], "unnamed": str(unnamed).startswith("__nrnsec_0x")}
