TITLE Synapse that tires and recovers

NEURON {
    POINT_PROCESS TsodyksSyn
    RANGE tau, e, i, tau_rec, tau_facil, U
    NONSPECIFIC_CURRENT i
}

PARAMETER {
    tau = 3 (ms)
    e = 0 (mV)
    tau_rec = 100 (ms)
    tau_facil = 50 (ms)
    U = 0.3
}

ASSIGNED {
    v (mV)
    i (nA)
    x
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

NET_RECEIVE (w (uS), y, z, u, t_last (ms)) {
    INITIAL {
        y = 0
        z = 0
        u = U
        t_last = t
    }
    z = z*exp(-(t - t_last)/tau_rec)
    z = z + y*(exp(-(t - t_last)/tau) - exp(-(t - t_last)/tau_rec))/((tau/tau_rec) - 1)
    y = y*exp(-(t - t_last)/tau)
    x = 1 - y - z
    u = u*exp(-(t - t_last)/tau_facil)
    u = u + U*(1 - u)
    g = g + w*x*u
    y = y + x*u
    t_last = t
}
