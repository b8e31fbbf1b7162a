TITLE cnexp of an equation that is not linear

NEURON { SUFFIX cnexp_nonlinear }
ASSIGNED { v }
STATE { x z }
INITIAL { x = 1 z = .5 }
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states {
    x' = -x*x + .1*exp(v/50)
    z' = (.3 - z)/4
}
