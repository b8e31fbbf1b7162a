TITLE Writes a concentration that is ASSIGNED, in BREAKPOINT

NEURON { SUFFIX ion_assigned USEION ca READ cai WRITE cai RANGE x }
ASSIGNED { v cai x }
INITIAL { cai = 2e-4 }
BREAKPOINT {
    x = cai
    cai = 1e-4*exp(v/100)
}
