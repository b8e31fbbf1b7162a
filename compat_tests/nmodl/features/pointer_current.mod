TITLE A current through a POINTER: half a gap junction

NEURON { POINT_PROCESS pointer_current NONSPECIFIC_CURRENT i POINTER vgap RANGE g }
PARAMETER { g = .01 }
ASSIGNED { v i vgap }
BREAKPOINT { i = g*(v - vgap) }
