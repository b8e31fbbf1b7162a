NEURON { SUFFIX kinetic_steady_nonlinear }
STATE { a b ab }
INITIAL {
    a = .5
    b = .5
    ab = .2
    SOLVE scheme STEADYSTATE sparse
}
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ a + b <-> ab (2, .5)
    CONSERVE a + ab = 1
    CONSERVE b + ab = .8
}
