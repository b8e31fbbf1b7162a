: sets v and begins to watch it in one block; what a condition compares is looked at as the statement is reached

NEURON {
    POINT_PROCESS Jumping
    RANGE passed, last, level, raised
}

ASSIGNED {
    v (mV)
    passed
    last (ms)
    level
    raised
}

INITIAL {
    passed = 0
    raised = 0
    last = 0
    level = 0
    net_send(1, 9)
}

NET_RECEIVE(weight) {
    if (flag == 9) {
        v = -20
        WATCH (v > -40) 2
        WATCH (level > 4) 3
        level = 5
    } else if (flag == 2) {
        passed = passed + 1
        last = t
        net_event(t)
        v = -80
    } else if (flag == 3) {
        raised = t
        WATCH (v > -40) 2
        v = v + 1
    } else {
        v = 10
    }
}
