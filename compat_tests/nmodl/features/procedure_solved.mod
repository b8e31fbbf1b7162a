TITLE SOLVE of a PROCEDURE, the old way to write gates

NEURON { SUFFIX procedure_solved NONSPECIFIC_CURRENT i RANGE minf, mexp }
PARAMETER { g = .0005 }
ASSIGNED { v i minf mexp dt }
STATE { m }
INITIAL { rates(v) m = minf }
BREAKPOINT {
    SOLVE states
    i = g*m*(v + 77)
}
PROCEDURE states() {
    rates(v)
    m = m + mexp*(minf - m)
}
PROCEDURE rates(v) {
    minf = 1/(1 + exp(-(v + 40)/10))
    mexp = 1 - exp(-dt/4)
}
