TITLE Probabilistic looking synapse with fractions of release that are worked out at each spike

NEURON {
    POINT_PROCESS FuhrmannSyn
    RANGE tau, e, i, Use, Dep, Fac, u0
    NONSPECIFIC_CURRENT i
}

PARAMETER {
    tau = 2 (ms)
    e = 0 (mV)
    Use = 0.5
    Dep = 120 (ms)
    Fac = 20 (ms)
    u0 = 0
}

ASSIGNED {
    v (mV)
    i (nA)
}

STATE {
    g (uS)
}

INITIAL {
    g = 0
}

BREAKPOINT {
    SOLVE decay METHOD cnexp
    i = g*(v - e)
}

DERIVATIVE decay {
    g' = -g/tau
}

NET_RECEIVE (w (uS), R, Pr, u, tsyn (ms)) {
    INITIAL {
        R = 1
        u = u0
        tsyn = t
    }
    if (Fac > 0) {
        u = u*exp(-(t - tsyn)/Fac)
    } else {
        u = Use
    }
    if (Fac > 0) {
        u = u + Use*(1 - u)
    }
    R = 1 - (1 - R)*exp(-(t - tsyn)/Dep)
    Pr = u*R
    R = R - u*R
    tsyn = t
    g = g + w*Pr
}
