"""An artificial cell whose self events, moves and output of later times get in each other's way."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))

stim = h.NetStim()
stim.number, stim.interval, stim.start, stim.noise = 20, 3, 1, 0.3
stim.noiseFromRandom123(1, 2, 3)
racers = [h.Racer(), h.Racer()]
racers[1].tau = 3
netcons = [h.NetCon(stim, racers[0], 0, 1, 0.5), h.NetCon(racers[0], racers[1], 0, 0, 0.6), h.NetCon(stim, racers[1], 0, 0.5, 0.3)]
spikes = []
for racer in racers:
    times = h.Vector()
    netcons.append(h.NetCon(racer, None))
    netcons[-1].record(times)
    spikes.append(times)
for dt in (0.025, 0.1):
    h.dt, h.steps_per_ms = dt, 1 / dt
    h.finitialize(-65)
    h.continuerun(40)
    print(dt, [[f"{t:.10g}" for t in times] for times in spikes])
    print([(f"{racer.m:.10g}", racer.n) for racer in racers], [nc.weight[1] for nc in netcons[:3]])
