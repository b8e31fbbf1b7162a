: a POINTER in C, and a pointer to a variable of the instance
NEURON { POINT_PROCESS VbReader  POINTER source  RANGE seen, twice }
ASSIGNED { source seen twice }
INITIAL { seen = 0 twice = 0 }
BREAKPOINT {
VERBATIM
    seen = source;
    double* place = &seen;
    twice = 2 * *place;
ENDVERBATIM
}
