"""The idiom of models: every parameter of every point process by MechanismType and MechanismStandard, in hoc."""

from neuron import h

h("""
create soma
access soma
soma insert hh
soma insert pas
objref mt, ms, pp
strdef name, var
mt = new MechanismType(0)
for i = 0, mt.count - 1 {
  mt.select(i)
  mt.selected(name)
  if (ismembrane(name)) {
    ms = new MechanismStandard(name, 1)
    ms.in(.5)
    for j = 0, ms.count - 1 {
      k = ms.name(var, j)
      print name, " ", var, " ", k, ms.get(var)
    }
  }
}
mt = new MechanismType(1)
mt.select("ExpSyn")
mt.make(pp)
pp.loc(.5)
print pp, pp.get_loc()
pop_section()
ms = new MechanismStandard("ExpSyn")
ms.set("tau", 5)
ms.out(pp)
print pp.tau, pp.e
""")
