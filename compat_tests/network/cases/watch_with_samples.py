"""Samples are taken among the events of a step; conditions are looked at once in it all the same."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))

soma = h.Section(name="soma")
soma.insert("hh")
leaky = h.LeakyFire(soma(0.5))
leaky.drive = 0.381
jumping = h.Jumping(soma(0.5))
stim = h.NetStim()
stim.start, stim.number, stim.interval, stim.noise = 1.234, 9, 0.31, 0
pushes = [h.NetCon(stim, leaky, 0, delay, 0.23) for delay in (0, 0.004, 0.016)]
kicks = h.NetCon(stim, jumping, 0, 0.01, 0.7)
fired, jumped, crossed = h.Vector(), h.Vector(), h.Vector()
outputs = [h.NetCon(leaky, None), h.NetCon(jumping, None), h.NetCon(soma(0.5)._ref_v, None, -64, 0, 0, sec=soma)]
for output, vector in zip(outputs, (fired, jumped, crossed)):
    output.record(vector)
times = h.Vector([0.3, 1.252, 1.2375, 1.24, 1.55, 1.551, 1.5625, 2.0, 2.475, 3.55])
times.sort()
sampled = h.Vector().record(leaky._ref_x, times)
often = h.Vector().record(leaky._ref_x, 0.01)
always = h.Vector().record(leaky._ref_x)
h.finitialize(-65)
h.continuerun(2)
h.continuerun(5)
result = {"fired": fired, "jumped": jumped, "crossed": crossed, "sampled": sampled, "often": often, "always": always}
