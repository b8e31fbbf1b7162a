NEURON { SUFFIX after_cvode_method }
ASSIGNED { v }
STATE { x }
INITIAL { x = .1 }
BREAKPOINT { SOLVE states METHOD after_cvode }
DERIVATIVE states { x' = (exp(v/50) - x)/3 }
