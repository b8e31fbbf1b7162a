TITLE CONDUCTANCE for one of two currents

NEURON { POINT_PROCESS conductance_part NONSPECIFIC_CURRENT il, ih RANGE gl, gh }
PARAMETER { gl = 1e-3 gh = 2e-3 }
ASSIGNED { v il ih }
BREAKPOINT {
    CONDUCTANCE gl
    il = gl*(v + 60)
    ih = gh*(v + 30)
}
