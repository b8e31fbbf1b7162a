"""net_move without an event to move is an error."""

import os

import neuron
from neuron import h

h.load_file("stdrun.hoc")
neuron.load_mechanisms(os.path.join(os.path.dirname(os.path.abspath(__file__)), "mod"))
lone, stim = h.LoneMover(), h.NetStim()
stim.start, stim.number = 3, 1
link = h.NetCon(stim, lone, 0, 1, 1)
h.finitialize(-65)
try:
    h.continuerun(10)
    message = "no error"
except RuntimeError as error:
    message = str(error)
result = {"message": message}
