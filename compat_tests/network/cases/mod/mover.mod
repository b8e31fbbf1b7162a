TITLE Fires after a time that every input puts off or brings nearer

NEURON {
    ARTIFICIAL_CELL Mover
    RANGE wait, n, n_input
}

PARAMETER {
    wait = 5 (ms)
}

ASSIGNED {
    n
    n_input
}

INITIAL {
    n = 0
    n_input = 0
    net_send(wait, 1)
}

NET_RECEIVE (w) {
    if (flag == 1) {
        n = n + 1
        net_event(t)
        net_send(wait, 1)
    } else {
        n_input = n_input + 1
        net_move(t + w)
    }
}
