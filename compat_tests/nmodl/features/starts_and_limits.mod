TITLE Initial values, limits and tolerances of states

NEURON { SUFFIX starts_and_limits GLOBAL a0 RANGE b0 }
PARAMETER { a0 = .25 b0 = .5 }
STATE {
    a FROM 0 TO 1
    b <1e-4>
    c START 3
    d (mM) <1e-5>
}
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states {
    a' = (2 - a)/3
    b' = -b/4
    c' = -c/5
    d' = 1 - d
}
