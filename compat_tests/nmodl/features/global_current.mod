TITLE A GLOBAL written while currents are worked out

NEURON { SUFFIX global_current NONSPECIFIC_CURRENT i GLOBAL n RANGE mine }
ASSIGNED { v i n mine }
INITIAL { n = 0 }
BREAKPOINT {
    n = n + 1
    mine = n
    i = 1e-5*(v + 65)
}
