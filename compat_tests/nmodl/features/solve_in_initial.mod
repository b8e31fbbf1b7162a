TITLE SOLVE in INITIAL, of equations without time

NEURON { SUFFIX solve_in_initial }
ASSIGNED { v }
STATE { x z }
INITIAL { SOLVE rest }
BREAKPOINT { SOLVE states METHOD cnexp }
LINEAR rest {
    ~ 2*x + z = 1
    ~ x - z = v/100
}
DERIVATIVE states {
    x' = -x/3
    z' = (1 - z)/3
}
