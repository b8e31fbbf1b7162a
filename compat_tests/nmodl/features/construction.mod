TITLE CONSTRUCTOR and DESTRUCTOR

NEURON { POINT_PROCESS construction RANGE made, k GLOBAL alive }
PARAMETER { k = 2 }
ASSIGNED { v made alive }
CONSTRUCTOR {
    made = k*21
    alive = alive + 1
}
DESTRUCTOR { alive = alive - 1 }
STATE { x }
INITIAL { x = made }
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states { x' = -x/made }
