TITLE Reads ena, writes ina, and reads what others carry

NEURON { SUFFIX ion_current USEION na READ ena WRITE ina USEION k READ ek, ik RANGE g, seen }
PARAMETER { g = 1e-3 }
ASSIGNED { v ena ina ek ik seen }
BREAKPOINT {
    ina = g*(v - ena)
    seen = ik + ek
}
