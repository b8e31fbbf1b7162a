: a state that no equation moves, and one that BREAKPOINT sets
NEURON { SUFFIX current_without_v RANGE still, set, moved NONSPECIFIC_CURRENT i }
ASSIGNED { v i }
STATE { still set moved }
INITIAL { still = 3 set = 1 moved = v }
BREAKPOINT { SOLVE d METHOD cnexp set = set*0.999 + moved*1e-3 i = 1e-6*set }
DERIVATIVE d { moved' = (v - moved)/still }
