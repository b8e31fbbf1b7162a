TITLE The steady state of a KINETIC block

NEURON { SUFFIX kinetic_steady }
ASSIGNED { v }
STATE { c o d }
INITIAL { SOLVE scheme STEADYSTATE sparse }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ c <-> o (exp(v/30), .5)
    ~ o <-> d (.3, .2)
    CONSERVE c + o + d = 1
}
