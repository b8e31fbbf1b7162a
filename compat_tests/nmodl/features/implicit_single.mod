NEURON { SUFFIX implicit_single }
ASSIGNED { v }
STATE { x }
INITIAL { x = 1 }
BREAKPOINT { SOLVE states METHOD derivimplicit }
DERIVATIVE states { x' = -x*x*x + exp(v/40) }
