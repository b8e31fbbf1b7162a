"""The module neuron: hclass, subclasses, load_file, mechanisms at the top level."""
import neuron.units as u
import neuron.hoc
(isinstance(h.Vector(), neuron.hoc.HocObject), isinstance(h, neuron.hoc.HocObject), isinstance(h.Section(), neuron.nrn.Section))
neuron.nrn.Section(name='q')
neuron.nrn.hh
neuron.load_mechanisms('/nonexistent')
neuron.hclass
class A(neuron.hclass(h.Vector)):
    pass
a = A(3)
(a, a.size(), isinstance(a, neuron.hoc.HocObject))
a.foo = 3
a.foo
class B(neuron.hclass(h.IClamp)):

    def __init__(self, seg):
        self.q = 4

    def __new__(cls, seg):
        return super().__new__(cls, seg)

    def total(self):
        return self.amp * 2
s = h.Section(name='s')
b = B(s(0.5))
b.amp = 3
(b.total(), b.q, b, type(b))
class S(neuron.nrn.Section):

    def __init__(self):
        neuron.nrn.Section.__init__(self, name='sub')
        self.foo = 3
q = S()
(q, q.foo, q.L, q.name(), list(h.allsec()))
q(0.5).sec is q
neuron.psection(s)
neuron.test
h.load_file('stdrun.hoc')
h.load_file('stdrun.hoc')
(h.tstop, h.v_init, h.steps_per_ms)
h.load_file(3)
(h.load_file('nrngui.hoc'), h.load_file('import3d.hoc'), h.load_file('stdlib.hoc'), h.load_file('stdgui.hoc'))
h.x
h.v
h.gnabar_hh
h.ena
(h.L, h.nseg, h.Ra)
h.L = 30
(h.L, s.L)
h.v = -50
h.diam
h.area(0.5)
h.usetable_hh
h.usetable_hh = 0
h.minf_hh
h.rates_hh(-65)
h.vtrap_hh(1, 2)
h.setdata_hh(s(0.5))
h.setdata_hh(0.5, sec=s)
s.insert('hh')
h.setdata_hh(s(0.5))
h.rates_hh(-65)
s(0.5).minf_hh
s(0.5).hh.rates(-40)
s(0.5).minf_hh
s(0.5).hh.vtrap(1, 2)
(h.nai0_na_ion, h.nao0_na_ion)
h.nai0_na_ion = 12
h.nai0_na_ion
h.nai0_ca_ion
h.cai0_ca_ion
