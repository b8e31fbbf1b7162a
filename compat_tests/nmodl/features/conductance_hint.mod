TITLE The CONDUCTANCE statement

NEURON { SUFFIX conductance_hint USEION na READ ena WRITE ina NONSPECIFIC_CURRENT il RANGE gna, gl }
PARAMETER { gl = 1e-4 }
ASSIGNED { v ena ina il gna }
STATE { m }
INITIAL { m = .3 }
BREAKPOINT {
    CONDUCTANCE gna USEION na
    CONDUCTANCE gl
    SOLVE states METHOD cnexp
    gna = .002*m
    ina = gna*(v - ena)
    il = gl*(v + 60)
}
DERIVATIVE states { m' = (1/(1 + exp(-(v + 40)/5)) - m)/2 }
