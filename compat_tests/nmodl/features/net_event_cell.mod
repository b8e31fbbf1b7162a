TITLE An artificial cell that integrates and fires

NEURON { ARTIFICIAL_CELL net_event_cell RANGE m, fired, tau }
PARAMETER { tau = 4 (ms) }
ASSIGNED { m fired told (ms) }
INITIAL { m = 0 told = t fired = 0 }
NET_RECEIVE(w) {
    m = m*exp(-(t - told)/tau)
    told = t
    m = m + w
    if (m > .015) {
        net_event(t)
        fired = fired + 1
        m = 0
    }
}
