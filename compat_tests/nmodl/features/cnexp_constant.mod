NEURON { SUFFIX cnexp_constant RANGE slope }
PARAMETER { slope = .3 }
STATE { x z }
INITIAL { x = 1 z = 2 }
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states {
    x' = slope
    z' = -.1*z
}
