TITLE Sends an event when the voltage rises above a level, and when it has come down again

NEURON {
    POINT_PROCESS UpAndDown
    RANGE n_up, n_down, high, low, t_last
}

PARAMETER {
    high = -20 (mV)
    low = -60 (mV)
}

ASSIGNED {
    v (mV)
    n_up
    n_down
    t_last (ms)
}

INITIAL {
    n_up = 0
    n_down = 0
    t_last = -1
    net_send(0, 1)
}

NET_RECEIVE (w) {
    if (flag == 1) {
        WATCH (v > high) 2
    } else if (flag == 2) {
        n_up = n_up + 1
        t_last = t
        net_event(t)
        WATCH (v < low) 3
    } else if (flag == 3) {
        n_down = n_down + 1
        net_event(t)
        net_send(0.5, 1)
    }
}
