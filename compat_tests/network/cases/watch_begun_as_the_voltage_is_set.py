"""A block sets v, begins to watch it, and goes on to change what it watches; a NetCon's threshold sees the jumps."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("pas")
stim = h.NetStim()
stim.start, stim.number, stim.interval, stim.noise = 1, 6, 2, 0
jumping = h.Jumping(soma(0.5))
kicks = h.NetCon(stim, jumping, 0, 1.5, 1)
crossings, fired = h.Vector(), h.Vector()
threshold = h.NetCon(soma(0.5)._ref_v, None, -10, 0, 0, sec=soma)
threshold.record(crossings)
events = h.NetCon(jumping, None)
events.record(fired)
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(15)
result = {"crossings": crossings, "fired": fired, "v": v, "state": [jumping.passed, jumping.last, jumping.raised]}
