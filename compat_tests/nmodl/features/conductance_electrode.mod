TITLE CONDUCTANCE of an electrode's current

NEURON { POINT_PROCESS conductance_electrode ELECTRODE_CURRENT i RANGE g }
PARAMETER { g = 2e-3 }
ASSIGNED { v i }
BREAKPOINT {
    CONDUCTANCE g
    i = g*(-40 - v)
}
