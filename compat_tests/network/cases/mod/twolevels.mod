TITLE Watches two conditions at once

NEURON {
    POINT_PROCESS TwoLevels
    RANGE first, second
}

ASSIGNED {
    v (mV)
    first
    second
}

INITIAL {
    first = 0
    second = 0
    net_send(0, 1)
}

NET_RECEIVE (w) {
    if (flag == 1) {
        WATCH (v > -50) 2
        WATCH (v > 0) 3
    } else if (flag == 2) {
        first = first + 1
        net_event(t)
    } else if (flag == 3) {
        second = second + 1
        net_event(t + 0.3)
        net_send(4, 1)
    }
}
