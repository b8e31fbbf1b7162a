TITLE Each writes where the next one reads

NEURON { POINT_PROCESS pointer_chain POINTER next RANGE x, k }
PARAMETER { k = 2 }
ASSIGNED { v next x }
INITIAL { x = 0 }
BREAKPOINT { SOLVE pass METHOD after_cvode }
PROCEDURE pass() {
    next = x*k + v/100
    x = x*.9
}
