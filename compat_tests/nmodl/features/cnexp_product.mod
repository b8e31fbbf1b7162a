TITLE A product of two factors with the state counts as linear

NEURON { SUFFIX cnexp_product }
STATE { x }
INITIAL { x = .4 }
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states { x' = (1 - x)*(.5 - x)*.2 }
