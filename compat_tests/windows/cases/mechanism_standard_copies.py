"""MechanismStandard takes values from segments, point processes and others, and gives them back."""

from neuron import h

s = h.Section(name="s")
s.nseg = 3
s.insert("hh")
other = h.Section(name="other")
clamp, clamp2, vclamp = h.IClamp(s(0.5)), h.IClamp(s(0.1)), h.VClamp(s(0.5))
clamp.delay, clamp.amp = 3, 0.5
m = h.MechanismStandard("hh")
m.set("gnabar_hh", 0.5)
print(m.out(0.5, sec=s), [x.gnabar_hh for x in s])
print(m.out(sec=s), [x.gnabar_hh for x in s])
s(0.1).hh.gnabar, s(0.5).hh.gnabar = 0.7, 0.9
print(getattr(m, "in")(sec=s), m.get("gnabar_hh"), m._in(0.5, sec=s), m.get("gnabar_hh"), m._in(s(0.1)), m.get("gnabar_hh"))
print(m.out(s(0.9)), [x.gnabar_hh for x in s], m.out(sec=other), m.out(clamp), m._in(vclamp))
k = h.MechanismStandard("IClamp")
print(k._in(clamp), k.get("amp"), k.get("del"), k.out(clamp2), clamp2.amp, clamp2.delay)
k2 = h.MechanismStandard("IClamp")
print(k.out(k2), k2.get("amp"), k2.set("amp", 2), k._in(k2), k.get("amp"), k.out(m), k.out(0.5, sec=s))
v = h.MechanismStandard("VClamp")
print(v.set("dur", 3, 1), v.get("dur", 1), v.get("dur"), v.out(vclamp), list(vclamp.dur), v.get("gain"))
ion = h.MechanismStandard("na_ion", 0)
print(ion._in(sec=s), ion.get("ena"), ion.set("ena", 40), ion.out(sec=s), s.ena)
print(m.action("x"), m.panel("a"), m.save("m"))
for action in (
    lambda: h.MechanismStandard("none"),
    lambda: h.MechanismStandard("hh", 7),
    lambda: h.MechanismStandard(),
    lambda: m.set("gnabar_hh"),
    lambda: m.set("other", 1),
    lambda: m.get("gnabar"),
    lambda: m.out(s),
    lambda: m.out(2, sec=s),
    lambda: m.name(h.ref(""), 9),
    lambda: m.is_array(9),
    lambda: h.MechanismStandard("hh", -1).get("usetable_hh"),
):
    try:
        print(action())
    except RuntimeError as error:
        print(str(error).split("; really")[0])
