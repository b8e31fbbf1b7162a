"""The library's files load once, in any order, and give their procedures."""
from neuron import gui, h

files = ["stdlib.hoc", "stdrun.hoc", "stdgui.hoc", "nrngui.hoc", "import3d.hoc"]
answers = [h.load_file(name) for name in files]
names = ["run", "continuerun", "lambda_f", "tstop", "Import3d_GUI", "Import3d_SWC_read", "stdinit", "cvode_active"]
result = {"answers": answers, "present": [str(hasattr(h, name)) for name in names]}
