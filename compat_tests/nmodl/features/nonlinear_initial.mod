TITLE A NONLINEAR block solved in INITIAL, then an equation in time

NEURON { SUFFIX nonlinear_initial }
ASSIGNED { v }
STATE { x }
INITIAL {
    x = 1
    SOLVE balance
}
BREAKPOINT { SOLVE states METHOD cnexp }
NONLINEAR balance { ~ x*x*x + x = 5 + v/100 }
DERIVATIVE states { x' = -x/3 }
