NEURON { SUFFIX kinetic_nonlinear }
ASSIGNED { v }
STATE { a b ab }
INITIAL { a = 1 b = .4 ab = 0 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ 2 a + b <-> ab (1.5, exp(v/60))
}
