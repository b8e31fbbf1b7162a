TITLE The Goldman-Hodgkin-Katz current by nrn_ghk

NEURON { SUFFIX ghk_function USEION ca READ cai, cao WRITE ica VALENCE 2 RANGE p, y }
PARAMETER { p = 1e-5 }
ASSIGNED { v cai cao ica y }
BREAKPOINT {
    ica = p*nrn_ghk(v, cai, cao, 2)
    y = nrn_ghk(0, cai, cao, 2)
}
