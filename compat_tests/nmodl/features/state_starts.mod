TITLE starts of states as RANGE and GLOBAL variables that only the NEURON block names

NEURON { SUFFIX state_starts  RANGE x0, z0  GLOBAL w0, y0 }
STATE { x START 0.3 (mM)  w START 0.7 (mV)  z  q  y[2] }
ASSIGNED { v (mV) }
INITIAL { }
BREAKPOINT { SOLVE decay METHOD cnexp }
DERIVATIVE decay { x' = -x + x0  w' = -w + w0  z' = 1 - z + z0  q' = q0 - q }
