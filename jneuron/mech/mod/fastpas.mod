TITLE Passive membrane that keeps no record of its current

NEURON {
    SUFFIX fastpas
    NONSPECIFIC_CURRENT i
    RANGE g, e
}

PARAMETER {
    g = 5e-4
    e = -65
}

ASSIGNED {
    v
    i
}

BREAKPOINT {
    i = g*(v - e)
}
