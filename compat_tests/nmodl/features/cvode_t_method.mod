NEURON { SUFFIX cvode_t_method }
ASSIGNED { v }
STATE { x }
INITIAL { x = .1 }
BREAKPOINT { SOLVE states METHOD cvode_t }
DERIVATIVE states { x' = (exp(v/50) - x)/3 }
