"""What restore does not bring back: ions, assigned variables, globals, dt."""

from neuron import h

h.load_file("stdrun.hoc")
s = h.Section(name="s")
s.insert("hh")
clamp, cell = h.SEClamp(s(0.5)), h.IntFire1()
h.finitialize(-65)
h.continuerun(5)
state = h.SaveState()
state.save()
s.ena, s.nai, s.nao, clamp.vc, clamp.i, cell.m, cell.tau = 33, 3, 5, 4, 9, 0.3, 77
s(0.5).hh.m, s(0.5).hh.gna, h.usetable_hh, h.dt, h.celsius, clamp.rs, s(0.5).hh.minf = 0.9, 5, 0, 0.1, 10, 7, 9
state.restore()
print(
    s.ena,
    s.nai,
    s.nao,
    clamp.vc,
    clamp.i,
    cell.m,
    cell.tau,
    s(0.5).hh.gna,
    h.usetable_hh,
    h.dt,
    h.celsius,
    clamp.rs,
    s(0.5).hh.minf,
)
result = {"m": s(0.5).hh.m}
