TITLE Begins to watch a state when an event says what for

NEURON {
    POINT_PROCESS WatchesLater
    RANGE level
}

PARAMETER {
    level = 5
}

STATE {
    x
}

INITIAL {
    x = 0
}

BREAKPOINT {
    SOLVE rising METHOD cnexp
}

DERIVATIVE rising {
    x' = 1
}

NET_RECEIVE (w) {
    if (flag == 2) {
        net_event(t)
    } else if (flag == 3) {
        net_event(t)
        WATCH (x > level + 2) 2
    } else if (w == 1) {
        WATCH (x > level) 2
    } else if (w == 2) {
        WATCH (x > level) 3
    } else {
        WATCH (x > level) 2
        WATCH (x > level + 1) 2
    }
}
