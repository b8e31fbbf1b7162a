TITLE Sends itself an event when a run begins, and fires when it comes

NEURON {
    POINT_PROCESS SendsAtStart
    RANGE wait
}

PARAMETER {
    wait = 0.1 (ms)
}

INITIAL {
    net_send(wait, 1)
}

NET_RECEIVE (w) {
    net_event(t)
}
