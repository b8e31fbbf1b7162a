TITLE Moves an event that it has not sent

NEURON {
    ARTIFICIAL_CELL LoneMover
}

NET_RECEIVE (w) {
    if (flag == 5) {
        net_send(1, 1)
    }
    net_move(t + w)
}
