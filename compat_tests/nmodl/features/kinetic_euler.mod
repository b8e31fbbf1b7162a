NEURON { SUFFIX kinetic_euler }
ASSIGNED { v }
STATE { a b }
INITIAL { a = 1 b = 0 }
BREAKPOINT { SOLVE scheme METHOD euler }
KINETIC scheme { ~ a <-> b (exp(v/40), .3) }
