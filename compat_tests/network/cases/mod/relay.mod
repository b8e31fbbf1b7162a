TITLE Passes events on, after sending itself a few first

NEURON {
    ARTIFICIAL_CELL Relay
    RANGE n, pause, hops
}

PARAMETER {
    pause = 0 (ms)
    hops = 2
}

ASSIGNED {
    n
    last
}

INITIAL {
    n = 0
    last = 0
}

NET_RECEIVE (w) {
    n = n + 1
    if (flag < hops) {
        net_send(pause, flag + 1)
    } else {
        net_event(t)
    }
    last = t
}
