TITLE SOLVE without METHOD

NEURON { SUFFIX no_method }
STATE { x }
INITIAL { x = 1 }
BREAKPOINT { SOLVE states }
DERIVATIVE states { x' = -x/2 }
