"""steprun, step, advance, continuerun and setdt of the library, one after another."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
v = h.Vector().record(soma(0.5)._ref_v)
clock = []
h.stdinit()
clock.append(h.t)
h.steprun()
clock.append(h.t)
h.advance()
clock.append(h.t)
h.nstep_steprun = 4
h.steprun()
clock.append(h.t)
h.steps_per_ms = 20
h.setdt()
clock += [h.dt, h.t]
h.step()
clock.append(h.t)
h.continuerun(1)
clock += [h.t, h.dt]
result = {"clock": clock, "v": v}
