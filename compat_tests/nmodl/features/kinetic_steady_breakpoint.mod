NEURON { SUFFIX kinetic_steady_breakpoint }
ASSIGNED { v }
STATE { c o d }
INITIAL { c = 1 }
BREAKPOINT { SOLVE scheme STEADYSTATE sparse }
KINETIC scheme {
    ~ c <-> o (exp(v/30), .5)
    ~ o <-> d (.3, .2)
    CONSERVE c + o + d = 1
}
