"""Names of the top level: numbers, classes, what cannot be assigned."""
(h.usetable_hh, h.eps_IntFire4, h.ib_IntFire4, h.taueps_IntFire4)
h.eps_IntFire4 = 1e-05
h.eps_IntFire4
h._ref_celsius[0]
h.clamp_resist
(h.PI, h.E, h.FARADAY, h.R, h.secondorder, h.diam_changed, h.stoprun, h.float_epsilon)
h.secondorder = 2
(h.secondorder, type(h.secondorder))
h.secondorder = 1.7
h.secondorder
h.secondorder = 5
h.PI = 3
h.FARADAY = 3
h.dt = 0
h.dt = -1
h.dt
h.dt = 0.1
h.t = 5
h.t
h.Vector = 3
h.finitialize = 3
h.hh = 3
h.Section = 3
h.IClamp = 3
h.v = 3
h.gnabar_hh = 3
h.v()
h.soma
h._foo
h.IClamp()
h.create
h.forall
h.print
h.insert
getattr(h, 'not')
h.xpanel('a')
h.xpanel()
h.numarg()
(h.units('m'), h.units('gnabar_hh'), h.units('L'))
h.units('zzz')
h.strcmp('a', 'b')
h.celsius = 6.3
h.ismembrane('hh')
h.quit
h.object_id(h.Vector()) > 0
h.name_declared('celsius')
h.section_owner
h.nrn_load_dll('/nonexist')
(h.mcell_ran4_init(), h.use_mcell_ran4())
h.hoc_ac_
h.stoprun = 1
h.stoprun
h.secname
