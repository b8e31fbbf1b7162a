TITLE Single-electrode voltage clamp with three levels

: vc --- rs --- cell.   On from 0 to dur1 + dur2 + dur3, at amp1, amp2, amp3. The current is computed a second time after
: the voltage has advanced, so that what the user reads belongs to the new voltage.

NEURON {
    POINT_PROCESS SEClamp
    RANGE dur1, amp1, dur2, amp2, dur3, amp3, rs, vc, i
    ELECTRODE_CURRENT i
}

UNITS {
    (uS) = (microsiemens)
    (mV) = (millivolt)
    (nA) = (nanoamp)
}

PARAMETER {
    rs = 1 (megohm) <1e-9, 1e9>
    dur1 (ms)
    amp1 (mV)
    dur2 (ms) <0, 1e9>
    amp2 (mV)
    dur3 (ms) <0, 1e9>
    amp3 (mV)
}

ASSIGNED {
    v (mV)
    i (nA)
    vc (mV)
    end2 (ms)
    end3 (ms)
    on
}

INITIAL {
    end2 = dur1 + dur2
    end3 = end2 + dur3
    on = 0
}

BREAKPOINT {
    SOLVE icur METHOD after_cvode
    vstim()
}

PROCEDURE icur() {
    if (on) {
        i = (vc - v)/rs
    } else {
        i = 0
    }
}

PROCEDURE vstim() {
    on = 1
    if (t < dur1) {
        vc = amp1
    } else if (t < end2) {
        vc = amp2
    } else if (t < end3) {
        vc = amp3
    } else {
        vc = 0
        on = 0
    }
    icur()
}
