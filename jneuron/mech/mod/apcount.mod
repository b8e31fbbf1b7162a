TITLE Counts upward crossings of a voltage threshold

: n and time change after the voltage has advanced. Recording the times into a Vector is the interpreter's business: it
: looks at n and time.

NEURON {
    POINT_PROCESS APCount
    RANGE n, thresh, time, firing
    THREADSAFE
}

UNITS {
    (mV) = (millivolt)
}

PARAMETER {
    n
    thresh = -20 (mV)
    time (ms)
}

ASSIGNED {
    v (mV)
    firing
}

INITIAL {
    n = 0
    firing = 0
    check()
}

BREAKPOINT {
    SOLVE check METHOD after_cvode
}

PROCEDURE check() {
    if (v >= thresh && firing == 0) {
        firing = 1
        time = t
        n = n + 1
    }
    if (firing && v < thresh && t > time) {
        firing = 0
    }
}
