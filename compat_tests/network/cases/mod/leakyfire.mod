TITLE Integrates a state, fires and resets it when it passes a level

NEURON {
    POINT_PROCESS LeakyFire
    RANGE x, tau, drive, level, n
}

PARAMETER {
    tau = 8 (ms)
    drive = 0
    level = 1
}

ASSIGNED {
    n
}

STATE {
    x
}

INITIAL {
    x = 0
    n = 0
    net_send(0, 1)
}

BREAKPOINT {
    SOLVE states METHOD cnexp
}

DERIVATIVE states {
    x' = (drive - x)/tau
}

NET_RECEIVE (w) {
    if (flag == 1) {
        WATCH (x > level) 2
    } else if (flag == 2) {
        x = 0
        n = n + 1
        net_event(t)
    } else {
        x = x + w
    }
}
