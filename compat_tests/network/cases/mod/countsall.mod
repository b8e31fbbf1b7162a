: A synapse whose events count themselves, and all connections beside that.

NEURON {
    POINT_PROCESS CountsAll
    RANGE g, tau, last
    NONSPECIFIC_CURRENT i
}

PARAMETER { tau = 3 (ms) }

ASSIGNED {
    v (mV)
    i (nA)
    last
}

STATE { g (uS) }

INITIAL {
    g = 0
    last = 0
}

BREAKPOINT {
    SOLVE decay METHOD cnexp
    i = g * v
}

DERIVATIVE decay { g' = -g / tau }

NET_RECEIVE (w (uS), own, all) {
    INITIAL {
        own = 0
        all = 0
    }
    own = own + 1
    FOR_NETCONS (w2, own2, all2) {
        own2 = own2 + 0.001
        all2 = all2 + own2
    }
    last = own
    all = all + 100
    g = g + w * own
}
