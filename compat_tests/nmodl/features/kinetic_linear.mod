NEURON { SUFFIX kinetic_linear NONSPECIFIC_CURRENT i RANGE k1, k2 }
ASSIGNED { v i k1 k2 }
STATE { closed opened blocked }
INITIAL { closed = 1 opened = 0 blocked = 0 }
BREAKPOINT {
    SOLVE scheme METHOD sparse
    i = 1e-4*opened*(v + 70)
}
KINETIC scheme {
    k1 = exp((v + 30)/25)
    k2 = .3*exp(-(v + 30)/30)
    ~ closed <-> opened (k1, k2)
    ~ opened <-> blocked (.2, .1)
}
