"""A NetStim with start < 0 waits for an event; a later trigger and a negative one."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
trigger = h.NetStim()
trigger.start, trigger.interval, trigger.number = 2, 6, 2
burst = h.NetStim()
burst.start, burst.interval, burst.number = -1, 0.5, 4
to_burst = h.NetCon(trigger, burst, 0, 1, 1)
stopper = h.NetStim()
stopper.start, stopper.number = 10.2, 1
stop = h.NetCon(stopper, burst, 0, 0, -1)
out = h.NetCon(burst, None)
spikes = h.Vector()
out.record(spikes)
h.finitialize(-65)
h.continuerun(15)
result = {"spikes": spikes}
