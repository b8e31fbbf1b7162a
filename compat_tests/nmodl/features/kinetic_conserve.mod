NEURON { SUFFIX kinetic_conserve }
ASSIGNED { v }
STATE { c o d }
INITIAL { c = .9 o = .1 d = 0 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ c <-> o (exp(v/30), .5)
    ~ o <-> d (.3, .2)
    CONSERVE c + o + d = 1
}
