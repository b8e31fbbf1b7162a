: an artificial cell has no node: its v is a variable of its own, kept from event to event

NEURON {
    ARTIFICIAL_CELL net_own_voltage
    RANGE seen, fired
}

ASSIGNED {
    v
    seen
    fired
}

INITIAL {
    v = 0
    seen = 0
    fired = 0
}

NET_RECEIVE(weight) {
    v = 0.75 * v + weight
    seen = v
    if (v > 0.03) {
        net_event(t)
        fired = fired + 1
        v = -0.01
    }
}
