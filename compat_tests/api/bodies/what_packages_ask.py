"""What packages built on NEURON ask of it, and scripts seldom do."""

s = h.Section(name="s")
s.nseg = 3
s.__getattribute__("cm")
s.insert("hh")
seg = s(0.5)
seg.__getattribute__("hh")
seg.__getattribute__("hh").__getattribute__("gnabar")
(seg.__getattribute__("ena"), seg.__getattribute__("gnabar_hh"), s.__getattribute__("gl_hh"), s.__getattribute__("ek"))
bare = h.Section(name="bare")
bare(0.5).__getattribute__("hh")
bare.__getattribute__("gl_hh")
bare(0.5).__getattribute__("ena")
clamp = h.IClamp(seg)
(clamp.__getattribute__("delay"), clamp.__getattribute__("amp"))
h.ExpSyn().__getattribute__("tau")
h.ExpSyn(seg).__getattribute__("tau")
(h.__getattribute__("celsius"), h.__getattribute__("usetable_hh"), h.__getattribute__("nai0_na_ion"))
[name for name in dir(clamp) if not name.startswith("__")]
[name for name in dir(seg.hh) if not name.startswith("__")]
h.t, h.dt, h.celsius, h.secondorder, h.clamp_resist = 3, 0.1, 30, 2, 0.5
h.initnrn()
(h.t, h.dt, h.celsius, h.secondorder, h.clamp_resist)
h.load_file("stdrun.hoc")
h.v_init, h.steps_per_ms, h.tstop, h.dt = -70, 10, 100, 0.1
h.initnrn()
(h.v_init, h.steps_per_ms, h.tstop, h.dt)
neuron.nrn_dll_loaded
(len(neuron.__path__), __import__("os").path.isdir(neuron.__path__[0]))
__import__("importlib").import_module("neuron.script")


class Own(neuron.nrn.Section):
    tau = property(lambda self: self.hidden, lambda self, value: setattr(self, "hidden", 2 * value))
    fixed = property(lambda self: 3)
    kept = "kept"


own = Own()
own.tau = 4
(own.tau, own.hidden, own.fixed, own.kept)
own.fixed = 5
own.kept = "changed"
(own.kept, Own.kept)
s.connect = 5
