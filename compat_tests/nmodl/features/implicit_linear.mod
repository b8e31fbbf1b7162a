NEURON { SUFFIX implicit_linear }
ASSIGNED { v }
STATE { a b }
INITIAL { a = 1 b = 0 }
BREAKPOINT { SOLVE states METHOD derivimplicit }
DERIVATIVE states {
    a' = -.5*a + .2*b
    b' = .5*a - .2*b + v/1000
}
