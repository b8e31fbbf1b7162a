: an event sets the voltage: a reset, a refractory time with a clamp, a kick after it

NEURON {
    POINT_PROCESS net_voltage
    RANGE reset, pause, kick, g, before
    NONSPECIFIC_CURRENT i
}

PARAMETER {
    reset = -75 (mV)
    pause = 2 (ms)
    kick = 6 (mV)
}

ASSIGNED {
    v (mV)
    i (nA)
    g (uS)
    before (mV)
}

INITIAL {
    g = 0
    before = 0
}

BREAKPOINT {
    i = g * (v - reset)
}

NET_RECEIVE(weight) {
    before = v
    if (flag == 0) {
        v = reset + weight
        g = 0.05
        net_send(pause, 1)
    } else if (flag == 1) {
        g = 0
        state_discontinuity(v, v + kick)
    }
}
