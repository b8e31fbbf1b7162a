"""Waveforms played into a conductance, a reversal potential and v of another section."""
from neuron import h

h.load_file("stdrun.hoc")
soma, probe = h.Section(name="soma"), h.Section(name="probe")
soma.insert("pas")
probe.insert("hh")
times = h.Vector([0, 1, 2, 4])
conductance = h.Vector([1e-4, 5e-3, 1e-3, 1e-4])
reversal = h.Vector([-70, -70, -20, -70])
command = h.Vector([-65, -65, 20, -65])
conductance.play(soma(0.5).pas._ref_g, times, 1)
reversal.play(soma(0.5)._ref_e_pas, times, 1)
command.play(probe(0.5)._ref_v, times, 1)
v = h.Vector().record(soma(0.5)._ref_v)
v_probe = h.Vector().record(probe(0.5)._ref_v)
ina = h.Vector().record(probe(0.5)._ref_ina)
m = h.Vector().record(probe(0.5).hh._ref_m)
h.finitialize(-65)
h.continuerun(5)
result = {"v": v, "v_probe": v_probe, "ina": ina, "m": m}
