NEURON { POINT_PROCESS net_move_flag RANGE fired, n }
ASSIGNED { v fired n }
INITIAL {
    fired = 0
    net_send(3, 1)
}
BREAKPOINT { }
NET_RECEIVE(weight) {
    if (flag == 1) {
        fired = t
        net_send(3, 1)
    } else {
        n = n + 1
        net_move(t + .5)
    }
}
