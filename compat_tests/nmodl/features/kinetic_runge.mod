NEURON { SUFFIX kinetic_runge }
ASSIGNED { v }
STATE { a b }
INITIAL { a = 1 b = 0 }
BREAKPOINT { SOLVE scheme METHOD runge }
KINETIC scheme { ~ a <-> b (exp(v/40), .3) }
