TITLE Every BEFORE and AFTER block in one file, in NEURON's order

NEURON { SUFFIX all_hooks NONSPECIFIC_CURRENT i RANGE order, place }
ASSIGNED { v i order place }
STATE { x }
BEFORE INITIAL { order = 1 }
INITIAL { order = order*10 + 2 x = 0 }
AFTER INITIAL { order = order*10 + 3 place = 0 }
BEFORE BREAKPOINT { place = place*2 + 1 if (place > 1e6) { place = 0 } }
AFTER SOLVE { place = place*3 + 2 }
BEFORE STEP { place = place*5 + 3 }
BREAKPOINT { SOLVE states METHOD cnexp i = 0 }
DERIVATIVE states { x' = 1 - x }
