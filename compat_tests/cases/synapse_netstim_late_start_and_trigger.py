"""A NetStim with start = 1e9 counts as on and ignores triggers."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
trigger = h.NetStim()
trigger.start, trigger.number = 1, 1
sleeping, waiting = h.NetStim(), h.NetStim()
sleeping.start, waiting.start = 1e9, -1
for stim in (sleeping, waiting):
    stim.interval, stim.number = 1, 3
wake = [h.NetCon(trigger, stim, 0, 0.5, 1) for stim in (sleeping, waiting)]
spikes_sleeping, spikes_waiting = h.Vector(), h.Vector()
listen = [h.NetCon(sleeping, None), h.NetCon(waiting, None)]
listen[0].record(spikes_sleeping)
listen[1].record(spikes_waiting)
h.finitialize(-65)
h.continuerun(8)
result = {"spikes_sleeping": spikes_sleeping, "spikes_waiting": spikes_waiting}
