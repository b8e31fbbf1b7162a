"""stoprun set in a callback stops the run at the next step; the next run goes on."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
t = h.Vector().record(h._ref_t)

def stop():
    h.stoprun = 1

h.tstop = 3
h.finitialize(-65)
h.CVode().event(1.2, stop)
h.continuerun(3)
result = {"t_stopped": h.t, "stoprun": h.stoprun, "size": t.size()}
h.continuerun(3)
result.update(t_end=h.t, t=t)
