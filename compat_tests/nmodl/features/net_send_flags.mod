NEURON { POINT_PROCESS net_send_flags RANGE state, n, w }
ASSIGNED { v state n w }
INITIAL {
    state = 0
    n = 0
    net_send(2.2, 3)
}
BREAKPOINT { }
NET_RECEIVE(weight) {
    n = n + 1
    if (flag == 0) {
        state = 1
        w = weight
        net_send(1.3, 1)
    } else if (flag == 1) {
        state = 2
        net_send(.7, 2)
    } else {
        state = flag*10
    }
}
