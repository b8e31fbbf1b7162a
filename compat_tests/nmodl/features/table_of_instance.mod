: not thread-safe: each instance has a table for its own shift
NEURON { SUFFIX table_of_instance RANGE shift, minf, mtau }
PARAMETER { shift = 3 }
ASSIGNED { v minf mtau }
STATE { m }
INITIAL {
    rates(v)
    m = minf
    VERBATIM
    /* nothing */
    ENDVERBATIM
}
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states { rates(v) m' = (minf - m)/mtau }
PROCEDURE rates(v) {
    TABLE minf, mtau DEPEND shift FROM -90 TO 60 WITH 75
    minf = 1/(1 + exp(-(v + 40 + shift)/6))
    mtau = 1 + 4/(1 + ((v + shift)/30)^2)
}
