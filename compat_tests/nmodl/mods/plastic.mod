TITLE Synapse with depression, several arguments, self events and C arithmetic

NEURON {
    POINT_PROCESS Plastic
    NONSPECIFIC_CURRENT i
    RANGE tau, tau_rec, u, g, i, count, steps
}

PARAMETER {
    tau = 3
    tau_rec = 20
    u = 0.4
}

ASSIGNED {
    v
    i
    count
    steps
}

STATE {
    g
}

INITIAL {
    g = 0
    count = 0
    steps = 0
}

BREAKPOINT {
    SOLVE decay METHOD cnexp
    i = g*v
}

DERIVATIVE decay {
    g' = -g/tau
}

NET_RECEIVE (weight, resource, last) {
    INITIAL {
        resource = 1
        last = -1e9
    }
    if (flag == 0) {
        resource = 1 - (1 - resource)*exp(-(t - last)/tau_rec)
        g = g + weight*u*resource
        resource = resource*(1 - u)
        last = t
        net_send(1.5, 7)
        steps = halvings(g)
    } else if (flag == 7) {
        count = count + 1
        g = g*0.9
    }
}

FUNCTION halvings(x) {
VERBATIM
    /* how often x can be halved before it is below 1e-4 */
    int n = 0;
    double y = _lx;
    if (y <= 0.) {
        return 0.;
    }
    while (y > 1e-4 && n < 100) {
        y /= 2.;
        n++;
    }
    return n;
ENDVERBATIM
}
