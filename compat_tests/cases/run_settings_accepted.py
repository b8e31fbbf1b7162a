"""Settings of the integrator that fixed-step scripts make: accepted, with their answers."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
cvode = h.CVode()
answers = [cvode.active(0), cvode.active(), h.cvode_active(), cvode.cache_efficient(1), cvode.use_fast_imem(0), cvode.atol(), cvode.rtol()]
answers += [h.cvode_active(0), h.cvode.active(), cvode.current_method(), h.nrnversion(0) == h.nrnversion()]
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(1)
result = {"answers": answers, "v": v}
