TITLE Exponential synapse whose weights depend on the order of spikes before and after

NEURON {
    POINT_PROCESS StdpSyn
    RANGE tau, e, i, ltp, ltd, tau_ltp, tau_ltd, t_post
    NONSPECIFIC_CURRENT i
}

PARAMETER {
    tau = 3 (ms)
    e = 0 (mV)
    ltp = 0.1
    ltd = -0.08
    tau_ltp = 10 (ms)
    tau_ltd = 15 (ms)
    level = -20 (mV)
}

ASSIGNED {
    v (mV)
    i (nA)
    t_post (ms)
}

STATE {
    g (uS)
}

INITIAL {
    g = 0
    t_post = -1e9
    net_send(0, 1)
}

BREAKPOINT {
    SOLVE decay METHOD cnexp
    i = g*(v - e)
}

DERIVATIVE decay {
    g' = -g/tau
}

NET_RECEIVE (w (uS), factor, t_pre (ms)) {
    INITIAL {
        factor = 1
        t_pre = -1e9
    }
    if (flag == 0) {
        g = g + w*factor
        t_pre = t
        factor = factor*(1 + ltd*exp((t_post - t)/tau_ltd))
    } else if (flag == 1) {
        WATCH (v > level) 2
    } else if (flag == 2) {
        FOR_NETCONS (wx, fx, tx) {
            fx = fx*(1 + ltp*exp((tx - t)/tau_ltp))
        }
        t_post = t
    }
}
