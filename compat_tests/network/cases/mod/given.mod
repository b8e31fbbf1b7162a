TITLE Fires at times that it is given as events, with the number of events so far

NEURON {
    ARTIFICIAL_CELL Counter
    RANGE count, every
}

PARAMETER {
    every = 3
}

ASSIGNED {
    count
}

INITIAL {
    count = 0
}

NET_RECEIVE (w) {
    count = count + w
    if (count >= every) {
        count = count - every
        net_event(t)
    }
}
