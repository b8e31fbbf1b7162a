"""Settings of the variable step, and questions about its states, while the fixed step is in use."""

from neuron import h

cvode = h.CVode()
soma = h.Section(name="soma")
soma.nseg = 3
soma.insert("hh")
h.finitialize(-65)
a, b = h.Vector(3), h.Vector([1, 2])
print([cvode.states(a), cvode.dstates(b), cvode.acor(a), cvode.error_weights(b), cvode.f(0, a, b)], a.size(), b.size())
print([cvode.atolscale("v"), cvode.atolscale("v", 0.1), cvode.atolscale("v"), cvode.atolscale("m_hh"), cvode.atolscale("ExpSyn.g", 2)])
for name in ("hh.m", "nope"):
    try:
        cvode.atolscale(name)
    except RuntimeError as error:
        print(error)
print(cvode.fixed_step(), round(h.t, 9), cvode.use_parallel(), cvode.debug_event(3), cvode.debug_event(0), cvode.use_mxb(0))
