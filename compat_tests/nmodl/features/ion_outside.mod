TITLE Writes the concentration outside, and a current

NEURON { SUFFIX ion_outside USEION k READ ek, ko WRITE ik, ko RANGE g, decay }
PARAMETER { g = 5e-4 decay = 7 }
ASSIGNED { v ek ik }
STATE { ko }
INITIAL { ko = 3.5 }
BREAKPOINT {
    SOLVE states METHOD cnexp
    ik = g*(v - ek)
}
DERIVATIVE states { ko' = ik*10 - (ko - 2.5)/decay }
