TITLE A TABLE in a FUNCTION, one in a PROCEDURE with an array, GLOBALs that a table sets in passing

NEURON {
    SUFFIX tabled
    NONSPECIFIC_CURRENT i
    RANGE gbar, i, s, inf
    GLOBAL scale, q
}

PARAMETER {
    gbar = 1e-4
    scale = 1.3
}

ASSIGNED {
    v
    celsius
    i
    inf
    tau
    part[3]
    q
}

STATE {
    s
}

INITIAL {
    rates(v)
    s = inf
}

BREAKPOINT {
    SOLVE gate METHOD cnexp
    i = gbar*s*(v + 70)*boost(v) + 1e-7*(part[0] + part[2])
}

DERIVATIVE gate {
    rates(v)
    s' = (inf - s)/tau
}

PROCEDURE rates(u) {
    TABLE inf, tau, part DEPEND celsius, scale FROM -100 TO 50 WITH 75
    q = 3^((celsius - 22)/10)
    inf = 1/(1 + exp(-(u + 30)/7))
    tau = scale*(2 + 10*exp(-((u + 30)/30)^2))/q
    FROM k = 0 TO 2 {
        part[k] = u/(k + 1)
    }
}

FUNCTION boost(u) {
    TABLE FROM -100 TO 100 WITH 50
    if (u > 0) {
        boost = 1 + u/100
    } else {
        boost = exp(u/100)
    }
}
