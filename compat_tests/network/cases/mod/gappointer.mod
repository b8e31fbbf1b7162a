TITLE Gap junction whose other side is a POINTER

NEURON {
    POINT_PROCESS GapPointer
    RANGE g, i
    POINTER vgap
    NONSPECIFIC_CURRENT i
}

PARAMETER {
    g = 1 (nanosiemens)
}

ASSIGNED {
    v (millivolt)
    vgap (millivolt)
    i (nanoamp)
}

BREAKPOINT {
    i = (v - vgap)*(g*1e-3)
}
