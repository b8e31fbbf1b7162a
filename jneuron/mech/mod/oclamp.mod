TITLE Single-electrode voltage clamp between two times, for optimisation

NEURON {
    POINT_PROCESS OClamp
    ELECTRODE_CURRENT i
    RANGE on, off, rs, vc, i, switched_on
}

UNITS {
    (nA) = (nanoamp)
    (mV) = (millivolt)
    (uS) = (microsiemens)
}

PARAMETER {
    rs = 1 (megohm) <1e-9, 1e9>
    on = 0 (ms)
    off = 0 (ms)
    vc (mV)
    switched_on = 0
}

ASSIGNED {
    v (mV)
    i (nA)
    is_clamped
}

INITIAL {
    is_clamped = 0
}

BREAKPOINT {
    SOLVE icur METHOD after_cvode
    vstim()
}

PROCEDURE icur() {
    if (is_clamped) {
        i = (vc - v)/rs
    } else {
        i = 0
    }
}

PROCEDURE vstim() {
    if (switched_on && t >= on && t <= off) {
        is_clamped = 1
    } else {
        is_clamped = 0
    }
    icur()
}
